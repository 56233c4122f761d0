// CUDA's words on the host, as far as the kernels use them, so that a .cu file compiles with g++ and runs block by block.
// Not shown by it: races that no order of the fibres brings to light, the caches' weak order, speed.
#pragma once
#define SHIM 1
#define __device__
#define __host__
#define __forceinline__ inline
#define __launch_bounds__(...)
#define __align__(n) __attribute__((aligned(n)))
#define __constant__ const
#include <algorithm>
#include <cmath>
#include "launch.h"

using std::isnan;
using std::max;
using std::min;

struct alignas(8) float2 { float x, y; };
struct alignas(16) float4 { float x, y, z, w; };
struct alignas(8) int2 { int x, y; };
struct alignas(16) int4 { int x, y, z, w; };
struct alignas(16) uint4 { unsigned int x, y, z, w; };
static inline float2 make_float2(float x, float y) { return {x, y}; }
static inline float4 make_float4(float x, float y, float z, float w) { return {x, y, z, w}; }
static inline int2 make_int2(int x, int y) { return {x, y}; }
static inline int4 make_int4(int x, int y, int z, int w) { return {x, y, z, w}; }

template <class To, class From>
static inline To shimBits(From from) {
    static_assert(sizeof(To) == sizeof(From));
    To to;
    memcpy(&to, &from, sizeof to);
    return to;
}
static inline unsigned __float_as_uint(float x) { return shimBits<unsigned>(x); }
static inline int __float_as_int(float x) { return shimBits<int>(x); }
static inline float __uint_as_float(unsigned x) { return shimBits<float>(x); }
static inline float __int_as_float(int x) { return shimBits<float>(x); }
static inline double __longlong_as_double(long long x) { return shimBits<double>(x); }
static inline unsigned __umulhi(unsigned a, unsigned b) { return unsigned((uint64_t(a) * b) >> 32); }
static inline int __popc(unsigned x) { return __builtin_popcount(x); }
static inline int __clz(int x) { return x ? __builtin_clz(unsigned(x)) : 32; }
static inline int __ffs(int x) { return __builtin_ffs(x); }
static inline float rsqrtf(float x) { return 1 / sqrtf(x); }
static inline float __fadd_rn(float a, float b) { return a + b; }
static inline float __fmul_rn(float a, float b) { return a * b; }
static inline float __fdiv_rn(float a, float b) { return a / b; }
static inline float __fsqrt_rn(float x) { return sqrtf(x); }
template <class T>
static inline T __ldg(const T* at) { return *at; }
static inline void __threadfence() {}

static inline void __syncthreads() { shim::wait(shim::AT_BLOCK_BARRIER); }

namespace shim {
// What a lane shows the others of its warp; two sets, used in turn, so that one barrier suffices.
struct Shown {
    uint32_t words[8];
    unsigned turn;
};
static Shown shown[2][MOST];

static const Shown* show(unsigned mask, const void* words, size_t bytes) {
    if (mask != 0xFFFFFFFFu) fail("the shim knows only operations of whole warps, mask 0xFFFFFFFF");
    unsigned turn = ++turns[running];
    Shown* all = shown[turn % 2];
    int warp = running / WARP * WARP;
    for (int i = warp; turn <= 2 && i < warp + WARP; i++) { // what an earlier block has left
        if (turns[i] < turn) all[i].turn = 0;
    }
    memcpy(all[running].words, words, bytes);
    all[running].turn = turn;
    wait(AT_WARP_BARRIER);
    for (int i = warp; i < std::min(warp + WARP, int(blockDim.x)); i++) {
        if (all[i].turn != turn) fail("some lanes of the warp take no part in its shuffle, vote or product");
    }
    return all + warp;
}

template <class T>
static T take(unsigned mask, T mine, int lane) {
    int own = running % WARP;
    const Shown* warp = show(mask, &mine, sizeof mine);
    if (lane < 0 || lane >= WARP) return mine;
    if (warp[lane].turn != warp[own].turn) fail("a shuffle reads a lane that the block does not have");
    T other;
    memcpy(&other, warp[lane].words, sizeof other);
    return other;
}
} // namespace shim

static inline void __syncwarp(unsigned mask = 0xFFFFFFFFu) { shim::show(mask, &mask, 0); }
template <class T>
static inline T __shfl_sync(unsigned mask, T x, int lane) { return shim::take(mask, x, lane % 32); }
template <class T>
static inline T __shfl_xor_sync(unsigned mask, T x, int bits) { return shim::take(mask, x, shim::running % 32 ^ bits); }
template <class T>
static inline T __shfl_down_sync(unsigned mask, T x, int by) { return shim::take(mask, x, shim::running % 32 + by); }
template <class T>
static inline T __shfl_up_sync(unsigned mask, T x, int by) { return shim::take(mask, x, shim::running % 32 - by); }
static inline unsigned __ballot_sync(unsigned mask, int vote) {
    int own = shim::running % 32;
    uint32_t mine = vote != 0;
    const shim::Shown* warp = shim::show(mask, &mine, sizeof mine);
    unsigned votes = 0;
    for (int i = 0; i < 32; i++) votes |= warp[i].turn == warp[own].turn ? warp[i].words[0] << i : 0;
    return votes;
}
static inline int __any_sync(unsigned mask, int vote) { return __ballot_sync(mask, vote) != 0; }
static inline int __all_sync(unsigned mask, int vote) { return __ballot_sync(mask, !vote) == 0; }

#include "tensor.h"
