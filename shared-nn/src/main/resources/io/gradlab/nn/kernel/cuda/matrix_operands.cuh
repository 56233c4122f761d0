// The operands of a matrix product, as tiles of DEPTH steps of k by WIDTH rows (or columns) of the result.
//
// An operand says which numbers of a tile each thread copies, and from where; a sink says what happens to them
// (float_tile.cuh holds them in registers, tensor_tile.cuh lets them fly to shared memory):
//     sink.four(e, k, m, from, count, wide)   four neighbours from tile place (k, m) on, of which `count` exist
//     sink.one(e, k, m, from, exists)         a single one
// where e counts the thread's numbers, 0 .. COUNT - 1. What does not exist counts as zero. ALONG_K says whether neighbours in
// memory are neighbours in k or in m.
#pragma once

// Element (k, m) at data[k * stride + m]: rows of k, as A of a TN product, B of an NN product, and packed weights.
template <int WIDTH, int DEPTH, int THREADS, bool TF32 = false>
struct Columns {
    static constexpr bool ALONG_K = false;
    static constexpr bool ROUNDED = TF32; // whether the numbers are TF32 already
    static constexpr int PIECES = WIDTH * DEPTH / 4;
    static constexpr int COUNT = (PIECES + THREADS - 1) / THREADS * 4;

    const float* data;
    int stride, width, depth; // width counts from this tile's first column on
    int k;                    // first step of the current tile
    bool wide;                // whether each row begins at a multiple of 16 bytes

    __device__ Columns(const float* data, int stride, int first, int width, int depth, int k)
        : data(data + first), stride(stride), width(width - first), depth(depth), k(k), wide(stride % 4 == 0) {}

    __device__ void advance() { k += DEPTH; }

    template <class Sink>
    __device__ void each(Sink& sink) const {
#pragma unroll
        for (int e = 0; e < COUNT; e += 4) {
            int piece = threadIdx.x + e / 4 * THREADS;
            int row = piece / (WIDTH / 4), column = piece % (WIDTH / 4) * 4;
            if (PIECES % THREADS == 0 || piece < PIECES) {
                int count = k + row < depth ? width - column : 0;
                sink.four(e, row, column, data + (long long)(k + row) * stride + column, count, wide);
            }
        }
    }
};

// Element (k, m) at data[m * stride + k]: rows of m, as A of an NN product and B of an NT product.
template <int WIDTH, int DEPTH, int THREADS>
struct Rows {
    static constexpr bool ALONG_K = true;
    static constexpr bool ROUNDED = false;
    static constexpr int COUNT = WIDTH * DEPTH / THREADS;

    const float* data;
    int stride, width, depth;
    int k;
    bool wide;

    __device__ Rows(const float* data, int stride, int first, int width, int depth, int k)
        : data(data + (long long)first * stride), stride(stride), width(width - first), depth(depth), k(k),
          wide(stride % 4 == 0) {}

    __device__ void advance() { k += DEPTH; }

    template <class Sink>
    __device__ void each(Sink& sink) const {
#pragma unroll
        for (int e = 0; e < COUNT; e += 4) {
            int piece = threadIdx.x + e / 4 * THREADS;
            int row = piece / (DEPTH / 4), step = piece % (DEPTH / 4) * 4;
            int count = row < width ? depth - k - step : 0;
            sink.four(e, step, row, data + (long long)row * stride + k + step, count, wide);
        }
    }
};
