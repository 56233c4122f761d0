// One channel of images [N, C, H, W] lies in N pieces of H·W neighbours. Its N·H·W elements are cut into shares, and block
// (c, s) of a grid works on share s of channel c; how many there are depends on the shape alone, so sums over them have the
// same bits on every chip.
#pragma once

struct Channel {
    int images, channels, plane; // N, C, H·W
    int share; // elements, a multiple of 4

    __device__ __forceinline__ int count() const { return images * plane; }

    __device__ __forceinline__ int shares() const { return (count() - 1) / share + 1; }

    __device__ __forceinline__ int sizeOf(int number) const { return min(share, count() - number * share); }

    // Calls f(at) for the places of this block's share, WIDTH neighbours each. A step of the whole block ahead is so many images
    // and so many pixels, so one division does for all.
    template <int WIDTH, class F>
    __device__ __forceinline__ void walkBy(F f) const {
        unsigned from = blockIdx.y * share;
        unsigned to = from + sizeOf(blockIdx.y);
        unsigned step = blockDim.x * WIDTH;
        unsigned t = from + threadIdx.x * WIDTH;
        int image = t / plane;
        int pixel = t % plane;
        int imageStep = step / plane;
        int pixelStep = step % plane;
#pragma unroll 4
        for (; t < to; t += step) {
            f((image * channels + static_cast<int>(blockIdx.x)) * plane + pixel);
            image += imageStep;
            pixel += pixelStep;
            if (pixel >= plane) {
                pixel -= plane;
                image++;
            }
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
