// A loop whose steps come in groups: a thread asks for all numbers of a group before it uses the first. A number takes half a
// microsecond from memory, so what counts is how many are under way, and a compiler does not pull a read to before the test of
// whether there is one more step.
#pragma once

// Calls f(at) for from, from + step, … below to: with an array of GROUP places while there are so many, then of one.
template <int GROUP, class F>
__device__ __forceinline__ void inGroups(unsigned from, unsigned to, unsigned step, F f) {
    unsigned i = from;
    for (; i + (GROUP - 1) * step < to; i += GROUP * step) {
        unsigned at[GROUP];
#pragma unroll
        for (int k = 0; k < GROUP; k++) at[k] = i + k * step;
        f(at);
    }
    for (; i < to; i += step) {
        unsigned at[1] = {i};
        f(at);
    }
}

// How many places an array given to f holds.
#define PLACES(at) static_cast<int>(sizeof(at) / sizeof((at)[0]))
