// One channel of images [N, C, H, W] lies in N pieces of H·W neighbours. Its N·H·W elements are cut into shares, and block
// (c, s) of a grid works on share s of channel c; how many there are depends on the shape alone, so sums over them have the
// same bits on every chip.
#pragma once
#include "groups.cuh"

struct Channel {
    int images, channels, plane; // N, C, H·W
    int share; // elements, a multiple of 4

    __device__ __forceinline__ int count() const { return images * plane; }

    __device__ __forceinline__ int shares() const { return (count() - 1) / share + 1; }

    __device__ __forceinline__ int elementsOf(int number) const { return min(share, count() - number * share); }

    // Calls f(at) for arrays of GROUP places in this block's share, or of one, WIDTH neighbours at each: see groups.cuh. A
    // step of the whole block ahead is so many images and so many pixels, so one division does for all.
    template <int WIDTH, int GROUP, class F>
    __device__ __forceinline__ void walk(F f) const {
        unsigned from = blockIdx.y * share;
        unsigned to = from + elementsOf(blockIdx.y);
        unsigned step = blockDim.x * WIDTH;
        unsigned t = from + threadIdx.x * WIDTH;
        int image = t / plane;
        int pixel = t % plane;
        int imageStep = step / plane;
        int pixelStep = step % plane;
        auto next = [&]() {
            int at = (image * channels + static_cast<int>(blockIdx.x)) * plane + pixel;
            t += step;
            image += imageStep;
            pixel += pixelStep;
            if (pixel >= plane) {
                pixel -= plane;
                image++;
            }
            return at;
        };
        while (t + (GROUP - 1) * step < to) {
            int at[GROUP];
#pragma unroll
            for (int k = 0; k < GROUP; k++) at[k] = next();
            f(at);
        }
        while (t < to) {
            int at[1] = {next()};
            f(at);
        }
    }
};

// WIDTH neighbours, read or written at once.
template <int WIDTH>
struct Pixels {
    float at[WIDTH];

    static __device__ __forceinline__ Pixels load(const float* x) {
        Pixels pixels;
        if (WIDTH == 4) {
            *reinterpret_cast<float4*>(pixels.at) = *reinterpret_cast<const float4*>(x);
        } else {
            pixels.at[0] = *x;
        }
        return pixels;
    }

    __device__ __forceinline__ void store(float* x) const {
        if (WIDTH == 4) {
            *reinterpret_cast<float4*>(x) = *reinterpret_cast<const float4*>(at);
        } else {
            *x = at[0];
        }
    }
};
