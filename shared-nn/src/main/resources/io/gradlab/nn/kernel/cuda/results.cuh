// Where the results of a product go, and what is done to them before (bias, sum, floor).
//
//     place = result.place<COUNT>(n);  result.put(place, m, values);    // COUNT neighbours in n, from n on
#pragma once

// max(value, floor), but NaN stays NaN as on the host.
__device__ inline float raise(float value, float floor) {
    return value < floor ? floor : value;
}

// Writes neighbours at once; `to` is aligned for that.
__device__ inline void write(float* to, const float (&values)[4]) {
    *reinterpret_cast<float4*>(to) = make_float4(values[0], values[1], values[2], values[3]);
}

__device__ inline void write(float* to, const float (&values)[2]) {
    *reinterpret_cast<float2*>(to) = make_float2(values[0], values[1]);
}

// out[m * columns + n] = max(floor, value + bias[n] (+ out[m * columns + n])).
struct MatrixResult {
    float* out;
    const float* bias; // [columns], or null
    int rows, columns;
    float floor;
    bool accumulate;

    template <int COUNT>
    struct Place {
        int n;
        float bias[COUNT];
    };

    template <int COUNT>
    __device__ Place<COUNT> place(int n) const {
        Place<COUNT> place{n, {}};
        for (int i = 0; i < COUNT; i++) {
            place.bias[i] = bias && n + i < columns ? bias[n + i] : 0.0f;
        }
        return place;
    }

    template <int COUNT>
    __device__ void put(const Place<COUNT>& place, int m, const float (&values)[COUNT]) const {
        if (m >= rows) {
            return;
        }
        float* to = out + (long long)m * columns + place.n;
        float ready[COUNT];
#pragma unroll
        for (int i = 0; i < COUNT; i++) {
            float sum = values[i] + place.bias[i];
            ready[i] = raise(accumulate && place.n + i < columns ? sum + to[i] : sum, floor);
        }
        if (columns % COUNT == 0 && place.n < columns) {
            write(to, ready);
            return;
        }
#pragma unroll
        for (int i = 0; i < COUNT; i++) {
            if (place.n + i < columns) {
                to[i] = ready[i];
            }
        }
    }
};

// Pictures [N, channels, height, width], of which this product writes the pixels (y * step + top, x * step + left); result
// row m is the channel, column n counts pixels, image after image.
struct PictureResult {
    float* out;
    const float* bias; // [channels], or null
    int channels, height, width;
    int rows, columns, pixels; // of those written: a grid of rows x columns an image, and how many in all
    int step, top, left;
    float floor;

    template <int COUNT>
    struct Place {
        int at[COUNT];  // of the pixel in channel 0; -1 if it does not exist
        bool together;  // whether they are neighbours in memory, too, and aligned
    };

    template <int COUNT>
    __device__ Place<COUNT> place(int n) const {
        Place<COUNT> place;
        for (int i = 0; i < COUNT; i++) {
            int image = (n + i) / (rows * columns), pixel = (n + i) % (rows * columns);
            int y = pixel / columns * step + top, x = pixel % columns * step + left;
            place.at[i] = n + i < pixels ? (image * channels * height + y) * width + x : -1;
        }
        // Places grow with n, so the first and the last say all.
        place.together = place.at[0] >= 0 && place.at[COUNT - 1] == place.at[0] + COUNT - 1
                && place.at[0] % COUNT == 0 && height * width % COUNT == 0;
        return place;
    }

    template <int COUNT>
    __device__ void put(const Place<COUNT>& place, int m, const float (&values)[COUNT]) const {
        if (m >= channels) {
            return;
        }
        float shift = bias ? bias[m] : 0.0f;
        float* plane = out + (long long)m * height * width;
        float ready[COUNT];
#pragma unroll
        for (int i = 0; i < COUNT; i++) {
            ready[i] = raise(values[i] + shift, floor);
        }
        if (place.together) {
            write(plane + place.at[0], ready);
            return;
        }
#pragma unroll
        for (int i = 0; i < COUNT; i++) {
            if (place.at[i] >= 0) {
                plane[place.at[i]] = ready[i];
            }
        }
    }
};

// A weight's gradient [rows, channels, taps], whose columns come in groups of channels (gradient_operands.cuh).
template <class Groups>
struct WeightResult {
    float* out;
    int rows, channels, taps;

    template <int COUNT>
    struct Place {
        int at[COUNT]; // in a row; -1 if it does not exist
    };

    template <int COUNT>
    __device__ Place<COUNT> place(int n) const {
        Place<COUNT> place;
        for (int i = 0; i < COUNT; i++) {
            place.at[i] = Groups::place(n + i, channels, taps);
        }
        return place;
    }

    template <int COUNT>
    __device__ void put(const Place<COUNT>& place, int m, const float (&values)[COUNT]) const {
        float* row = out + (long long)m * channels * taps;
#pragma unroll
        for (int i = 0; i < COUNT; i++) {
            if (m < rows && place.at[i] >= 0) {
                row[place.at[i]] = values[i];
            }
        }
    }
};
