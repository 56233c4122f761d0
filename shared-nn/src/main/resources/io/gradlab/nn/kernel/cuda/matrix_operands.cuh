// The operands of a matrix product, as tiles of DEPTH steps of k by WIDTH rows (or columns) of the result.
//
// An operand says which numbers of a tile each thread copies, and from where; a sink says what happens to them
// (float_tile.cuh holds them in registers, tensor_tile.cuh lets them fly to shared memory):
//     sink.quad(e, k, m, further, from, exists)    four neighbours, aligned, to place (k, m) and on
//     sink.one(e, k, m, further, from, exists)     a single one
// where e counts the thread's numbers, 0 .. COUNT - 1. ALONG_K says whether neighbours in memory are neighbours in k or in m.
// `further` is known to the compiler and added to the other of the two, to m or to k: a multiple of 8 or of 4, after which
// addresses repeat. What does not exist counts as zero. ROUNDED: the numbers are TF32 already.
#pragma once

// Hands over four neighbours of which `count` exist: all or none if rows begin at multiples of 16 bytes.
template <bool ALIGNED, class Sink>
__device__ inline void quadOrOnes(
        Sink& sink, int e, int k, int m, int further, const float* from, int count, int stride) {
    if (ALIGNED || stride % 4 == 0) {
        sink.quad(e, k, m, further, from, count > 0);
    } else {
#pragma unroll
        for (int i = 0; i < 4; i++) {
            sink.one(e + i, Sink::ALONG_K ? k + i : k, Sink::ALONG_K ? m : m + i, further, from + i, i < count);
        }
    }
}

// Element (k, m) at data[k * stride + m]: rows of k, as A of a TN product and B of an NN product. ALIGNED: rows are known to
// begin at multiples of 16 bytes; otherwise each launch looks.
template <int WIDTH, int DEPTH, int THREADS, bool ALIGNED>
struct Columns {
    static constexpr bool ALONG_K = false;
    static constexpr bool ROUNDED = false;
    static constexpr int PIECES = WIDTH * DEPTH / 4;
    static constexpr int COUNT = (PIECES + THREADS - 1) / THREADS * 4;

    const float* data; // the current tile's first row
    int stride, width; // width counts from this tile's first column on
    int left;          // rows from the current tile's first on

    __device__ Columns(const float* data, int stride, int first, int width, int depth, int k)
        : data(data + (long long)k * stride + first), stride(stride), width(width - first), left(depth - k) {}

    __device__ void advance() {
        data += (long long)DEPTH * stride;
        left -= DEPTH;
    }

    template <class Sink>
    __device__ void each(Sink& sink) const {
        constexpr int ROWS = THREADS / (WIDTH / 4); // from one of a thread's quads to the next
        int row = threadIdx.x / (WIDTH / 4), column = threadIdx.x % (WIDTH / 4) * 4;
        const float* from = data + (long long)row * stride + column;
#pragma unroll
        for (int e = 0; e < COUNT; e += 4) {
            const float* next = from + (long long)(e / 4 * ROWS) * stride;
            int count = row + e / 4 * ROWS < left ? width - column : 0;
            if (PIECES % THREADS == 0 || row + e / 4 * ROWS < DEPTH) {
                quadOrOnes<ALIGNED>(sink, e, row, column, e / 4 * ROWS, next, count, stride);
            }
        }
    }
};

// Element (k, m) at data[m * stride + k]: rows of m, as A of an NN product and B of an NT product.
template <int WIDTH, int DEPTH, int THREADS, bool ALIGNED>
struct Rows {
    static constexpr bool ALONG_K = true;
    static constexpr bool ROUNDED = false;
    static constexpr int PIECES = WIDTH * DEPTH / 4;
    static constexpr int COUNT = (PIECES + THREADS - 1) / THREADS * 4;

    const float* data; // this tile's first row, at the current tile's first step
    int stride, width;
    int left; // steps from the current tile's first on

    __device__ Rows(const float* data, int stride, int first, int width, int depth, int k)
        : data(data + (long long)first * stride + k), stride(stride), width(width - first), left(depth - k) {}

    __device__ void advance() {
        data += DEPTH;
        left -= DEPTH;
    }

    template <class Sink>
    __device__ void each(Sink& sink) const {
        constexpr int ROWS = THREADS / (DEPTH / 4);
        int row = threadIdx.x / (DEPTH / 4), step = threadIdx.x % (DEPTH / 4) * 4;
        const float* from = data + (long long)row * stride + step;
#pragma unroll
        for (int e = 0; e < COUNT; e += 4) {
            const float* next = from + (long long)(e / 4 * ROWS) * stride;
            int count = row + e / 4 * ROWS < width ? left - step : 0;
            if (PIECES % THREADS == 0 || row + e / 4 * ROWS < WIDTH) {
                quadOrOnes<ALIGNED>(sink, e, step, row, e / 4 * ROWS, next, count, stride);
            }
        }
    }
};

// Packed weights (packing.cuh): as Columns, but filled up with zeros to whole tiles, so that no question is left.
template <int WIDTH, int DEPTH, int THREADS, bool TF32>
struct Packed {
    static constexpr bool ALONG_K = false;
    static constexpr bool ROUNDED = TF32;
    static constexpr int PIECES = WIDTH * DEPTH / 4;
    static constexpr int COUNT = (PIECES + THREADS - 1) / THREADS * 4;

    const float* from; // this thread's first quad
    int stride;

    __device__ Packed(const float* data, int stride, int first, int k)
        : from(data + (long long)(k + threadIdx.x / (WIDTH / 4)) * stride + first + threadIdx.x % (WIDTH / 4) * 4),
          stride(stride) {}

    __device__ void advance() { from += (long long)DEPTH * stride; }

    template <class Sink>
    __device__ void each(Sink& sink) const {
        int row = threadIdx.x / (WIDTH / 4);
#pragma unroll
        for (int e = 0; e < COUNT; e += 4) {
            constexpr int ROWS = THREADS / (WIDTH / 4);
            if (PIECES % THREADS == 0 || row + e / 4 * ROWS < DEPTH) {
                sink.quad(
                        e, row, threadIdx.x % (WIDTH / 4) * 4, e / 4 * ROWS, from + (long long)(e / 4 * ROWS) * stride, true);
            }
        }
    }
};
