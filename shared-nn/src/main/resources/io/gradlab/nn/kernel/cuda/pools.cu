// Largest values and averages of windows, and their gradients:
//
//     for each output pixel (y, x) of each plane:
//         out[y, x] = max (or Σ / area) over i, j of in[y·s + i - p, x·s + j - p]
//         dx[the place of the first maximum] += dy[y, x]      or, for averages, all places += dy[y, x] / area
//
// Bound by bytes: windows that overlap read the same pixels, but find them in the cache. One thread works out one output, or one
// input of a gradient: it looks for the windows that its pixel lies in and gathers what they send it, so that no two threads
// add to the same place, and the order of the sums is fixed. Windows of 2×2 side by side, by far the most usual, have kernels
// of their own that read and write two neighbours at once.
#include "divisor.cuh"

struct Window {
    int height, width, stride, padding;

    // The lines (or columns) of an image that window number o covers, of `extent` lines.
    __device__ __forceinline__ int first(int o) const { return max(0, o * stride - padding); }
    __device__ __forceinline__ int end(int o, int size, int extent) const { return min(extent, o * stride - padding + size); }

    // The windows that cover line i, of `windows` windows with `size` lines each.
    __device__ __forceinline__ int firstWindow(int i, int size) const {
        int before = i + padding - size + 1;
        return before <= 0 ? 0 : (before + stride - 1) / stride;
    }
    __device__ __forceinline__ int endWindow(int i, int windows) const { return min(windows, (i + padding) / stride + 1); }
};

struct Plane {
    int height, width;
};

// The place in its plane of a window's first largest pixel; what is no number is larger than all others.
__device__ __forceinline__ int placeOfLargest(const float* plane, Plane size, Window window, int y, int x) {
    int best = window.first(y) * size.width + window.first(x);
    float largest = plane[best];
    for (int line = window.first(y); line < window.end(y, window.height, size.height); line++) {
        for (int column = window.first(x); column < window.end(x, window.width, size.width); column++) {
            int at = line * size.width + column;
            float value = plane[at];
            if (value > largest || (value != value && largest == largest)) {
                largest = value;
                best = at;
            }
        }
    }
    return best;
}

// A thread's pixel: number i of all, in planes of so many pixels and lines of so many. The divisors are those two numbers,
// prepared.
struct Place {
    int plane, y, x;

    __device__ __forceinline__ Place(
        int i, int pixels, unsigned long long pixelsDivisor, int width, unsigned long long widthDivisor) {
        plane = Divisor(pixelsDivisor).quotient(i);
        int rest = i - plane * pixels;
        y = Divisor(widthDivisor).quotient(rest);
        x = rest - y * width;
    }
};

#define EACH(i, n) \
    for (long long i = blockIdx.x * static_cast<long long>(blockDim.x) + threadIdx.x; i < n; \
         i += static_cast<long long>(gridDim.x) * blockDim.x)

extern "C" __global__ void max_pool(const float* x, float* y, int outputs, int height, int width, int outPixels,
    unsigned long long outPixelsDivisor, int outWidth, unsigned long long outWidthDivisor, int windowHeight, int windowWidth,
    int stride, int padding) {
    Window window = {windowHeight, windowWidth, stride, padding};
    EACH(i, outputs) {
        Place place(i, outPixels, outPixelsDivisor, outWidth, outWidthDivisor);
        const float* plane = x + place.plane * height * width;
        y[i] = plane[placeOfLargest(plane, {height, width}, window, place.y, place.x)];
    }
}

extern "C" __global__ void max_pool_gradient(const float* x, const float* dy, float* dx, int inputs, int height, int width,
    unsigned long long pixelsDivisor, unsigned long long widthDivisor, int outHeight, int outWidth, int windowHeight,
    int windowWidth, int stride, int padding) {
    Window window = {windowHeight, windowWidth, stride, padding};
    EACH(i, inputs) {
        Place place(i, height * width, pixelsDivisor, width, widthDivisor);
        const float* plane = x + place.plane * height * width;
        const float* gradient = dy + place.plane * outHeight * outWidth;
        int own = place.y * width + place.x;
        float sum = 0;
        for (int line = window.firstWindow(place.y, windowHeight); line < window.endWindow(place.y, outHeight); line++) {
            for (int column = window.firstWindow(place.x, windowWidth); column < window.endWindow(place.x, outWidth); column++) {
                if (placeOfLargest(plane, {height, width}, window, line, column) == own) {
                    sum += gradient[line * outWidth + column];
                }
            }
        }
        dx[i] = sum;
    }
}

// The larger, or what is no number.
__device__ __forceinline__ float larger(float a, float b) {
    return a >= b || a != a ? a : b;
}

// Windows of 2×2 side by side on images of an even width.
extern "C" __global__ void max_pool_halves(const float* x, float* y, int outputs, int height, int outPixels,
    unsigned long long outPixelsDivisor, int outWidth, unsigned long long outWidthDivisor) {
    EACH(i, outputs) {
        Place place(i, outPixels, outPixelsDivisor, outWidth, outWidthDivisor);
        const float2* upper = reinterpret_cast<const float2*>(x) + (place.plane * height + 2 * place.y) * outWidth + place.x;
        float2 a = upper[0];
        float2 b = upper[outWidth];
        y[i] = larger(larger(a.x, a.y), larger(b.x, b.y));
    }
}

// One thread for each window writes its four gradients; the lowest windows' threads also clear an odd last line.
extern "C" __global__ void max_pool_halves_gradient(const float* x, const float* dy, float* dx, int outputs, int height,
    int outPixels, unsigned long long outPixelsDivisor, int outWidth, unsigned long long outWidthDivisor) {
    EACH(i, outputs) {
        Place place(i, outPixels, outPixelsDivisor, outWidth, outWidthDivisor);
        int at = (place.plane * height + 2 * place.y) * outWidth + place.x;
        const float2* upper = reinterpret_cast<const float2*>(x) + at;
        float2* target = reinterpret_cast<float2*>(dx) + at;
        float2 a = upper[0];
        float2 b = upper[outWidth];
        float gradient = dy[i];
        float largest = larger(larger(a.x, a.y), larger(b.x, b.y));
        auto wins = [largest](float value) { return value == largest || value != value; };
        bool first = wins(a.x);
        bool second = !first && wins(a.y);
        bool third = !first && !second && wins(b.x);
        target[0] = make_float2(first ? gradient : 0, second ? gradient : 0);
        target[outWidth] = make_float2(third ? gradient : 0, first || second || third ? 0 : gradient);
        if (height - 2 * place.y == 3) target[2 * outWidth] = make_float2(0, 0);
    }
}

extern "C" __global__ void average_pool(const float* x, float* y, int outputs, int height, int width, int outPixels,
    unsigned long long outPixelsDivisor, int outWidth, unsigned long long outWidthDivisor, int windowHeight, int windowWidth,
    int stride, int padding) {
    Window window = {windowHeight, windowWidth, stride, padding};
    EACH(i, outputs) {
        Place place(i, outPixels, outPixelsDivisor, outWidth, outWidthDivisor);
        const float* plane = x + place.plane * height * width;
        float sum = 0;
        for (int line = window.first(place.y); line < window.end(place.y, windowHeight, height); line++) {
            for (int column = window.first(place.x); column < window.end(place.x, windowWidth, width); column++) {
                sum += plane[line * width + column];
            }
        }
        y[i] = sum / (windowHeight * windowWidth);
    }
}

extern "C" __global__ void average_pool_gradient(const float* dy, float* dx, int inputs, int height, int width,
    unsigned long long pixelsDivisor, unsigned long long widthDivisor, int outHeight, int outWidth, int windowHeight,
    int windowWidth, int stride, int padding) {
    Window window = {windowHeight, windowWidth, stride, padding};
    EACH(i, inputs) {
        Place place(i, height * width, pixelsDivisor, width, widthDivisor);
        const float* gradient = dy + place.plane * outHeight * outWidth;
        float sum = 0;
        for (int line = window.firstWindow(place.y, windowHeight); line < window.endWindow(place.y, outHeight); line++) {
            for (int column = window.firstWindow(place.x, windowWidth); column < window.endWindow(place.x, outWidth); column++) {
                sum += gradient[line * outWidth + column] / (windowHeight * windowWidth);
            }
        }
        dx[i] = sum;
    }
}
