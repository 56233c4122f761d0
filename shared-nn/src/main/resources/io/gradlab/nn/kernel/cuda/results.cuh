// Where the results of a product go, and what is done to them before (bias, sum, floor).
//
//     place = result.place<COUNT>(n);                      // COUNT neighbours in n, from n on
//     row = result.row(m);  row.put(place, values);
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

// The places of neighbours in a row of results, from its begin on; -1 for what does not exist.
template <int COUNT>
struct Places {
    int at[COUNT];
    bool together; // whether they are neighbours in memory, too, and aligned
    float bias[COUNT];
};

constexpr float NOTHING = -0.0f; // what a compiler may leave out of a sum, unlike 0, to which -0 adds up to 0

// A row of results: each is written as max(floor, value + its place's bias + the row's bias).
struct ResultRow {
    float* begin; // null if the row does not exist
    float bias;
    float floor;

    template <int COUNT>
    __device__ void put(const Places<COUNT>& places, const float (&values)[COUNT]) const {
        if (!begin) {
            return;
        }
        float ready[COUNT];
#pragma unroll
        for (int i = 0; i < COUNT; i++) {
            ready[i] = raise(values[i] + (places.bias[i] + bias), floor);
        }
        if (places.together) {
            write(begin + places.at[0], ready);
            return;
        }
#pragma unroll
        for (int i = 0; i < COUNT; i++) {
            if (places.at[i] >= 0) {
                begin[places.at[i]] = ready[i];
            }
        }
    }
};

// out[m * columns + n], with a bias for each n.
struct MatrixResult {
    float* out;
    const float* bias; // [columns], or null
    int rows, columns;
    float floor;

    template <int COUNT>
    __device__ Places<COUNT> place(int n) const {
        Places<COUNT> places;
        for (int i = 0; i < COUNT; i++) {
            places.at[i] = n + i < columns ? n + i : -1;
            places.bias[i] = bias && n + i < columns ? bias[n + i] : 0.0f;
        }
        places.together = n < columns && columns % COUNT == 0;
        return places;
    }

    __device__ ResultRow row(int m) const {
        return {m < rows ? out + (long long)m * columns : nullptr, NOTHING, floor};
    }
};

// Pictures [N, channels, height, width], of which this product writes the pixels (y * step + top, x * step + left); result
// row m is the channel, with a bias for each; column n counts pixels, image after image.
struct PictureResult {
    float* out;
    const float* bias; // [channels], or null
    int channels, height, width;
    int rows, columns, pixels; // of those written: a grid of rows x columns an image, and how many in all
    int step, top, left;
    float floor;

    template <int COUNT>
    __device__ Places<COUNT> place(int n) const {
        Places<COUNT> places;
        int line = n / columns, x = n - line * columns;
        int image = line / rows, y = line - image * rows;
        for (int i = 0; i < COUNT; i++) {
            int row = image * channels * height + y * step + top;
            places.at[i] = n + i < pixels ? row * width + x * step + left : -1;
            places.bias[i] = NOTHING;
            bool wraps = ++x == columns, ends = wraps && ++y == rows;
            x = wraps ? 0 : x;
            y = ends ? 0 : y;
            image += ends;
        }
        // Places grow with n, so the first and the last say all.
        places.together = places.at[0] >= 0 && places.at[COUNT - 1] == places.at[0] + COUNT - 1
                && places.at[0] % COUNT == 0 && height * width % COUNT == 0;
        return places;
    }

    __device__ ResultRow row(int m) const {
        bool exists = m < channels;
        return {exists ? out + (long long)m * height * width : nullptr, bias && exists ? bias[m] : 0.0f, floor};
    }
};

// A weight's gradient [rows, channels, taps], whose columns come in groups of channels (gradient_operands.cuh).
template <class Groups>
struct WeightResult {
    float* out;
    int rows, channels, taps;

    template <int COUNT>
    __device__ Places<COUNT> place(int n) const {
        Places<COUNT> places;
        for (int i = 0; i < COUNT; i++) {
            places.at[i] = Groups::place(n + i, channels, taps);
            places.bias[i] = NOTHING;
        }
        places.together = false;
        return places;
    }

    __device__ ResultRow row(int m) const {
        return {m < rows ? out + (long long)m * channels * taps : nullptr, NOTHING, -INFINITY};
    }
};
