// The optimizers' steps over all parameters of a network at once:
//
//     for each parameter w with gradient g: for i in 0 .. n: w[i] -= …
//
// Bound by bytes: for each element 12 (plain), 20 (momentum) or 28 (Adam). A network has dozens of parameters, many with fewer
// elements than a GPU has threads, so a launch for each would take longer than the work. Here one launch does all: each block
// takes a piece of at most PIECE elements of one parameter, and a table in memory says of which. The table is made and sent
// when the parameters change, which in training they do not.
#include "update.cuh"

constexpr int PIECE = 1024; // elements: four for each thread; UpdateTable.PIECE

// A parameter's arrays: its value, its gradient, and what the optimizer keeps of it (0 if nothing).
struct Entry {
    float* value;
    const float* gradient;
    float* first;
    float* second;
    int size;
    int decayed; // whether the weights' step applies, or that of the other parameters
};

// A block's share.
struct Piece {
    int entry;
    int number; // of the piece in its parameter
};

// Calls f(w, g, m, v) on four neighbours of each array at a time; arrays that there are none of are neither read nor written.
template <bool FIRST, bool SECOND, class F>
__device__ __forceinline__ void update(const Entry& entry, int number, F f) {
    int from = number * PIECE;
    int to = min(entry.size, from + PIECE);
    int end = to / 4 * 4;
    for (int i = from + 4 * threadIdx.x; i < end; i += 4 * blockDim.x) {
        float4 w = *reinterpret_cast<float4*>(entry.value + i);
        float4 g = *reinterpret_cast<const float4*>(entry.gradient + i);
        float4 m = {}, v = {};
        if (FIRST) m = *reinterpret_cast<float4*>(entry.first + i);
        if (SECOND) v = *reinterpret_cast<float4*>(entry.second + i);
        f(w.x, g.x, m.x, v.x);
        f(w.y, g.y, m.y, v.y);
        f(w.z, g.z, m.z, v.z);
        f(w.w, g.w, m.w, v.w);
        *reinterpret_cast<float4*>(entry.value + i) = w;
        if (FIRST) *reinterpret_cast<float4*>(entry.first + i) = m;
        if (SECOND) *reinterpret_cast<float4*>(entry.second + i) = v;
    }
    int last = end + threadIdx.x;
    if (last < to) {
        float m = FIRST ? entry.first[last] : 0;
        float v = SECOND ? entry.second[last] : 0;
        f(entry.value[last], entry.gradient[last], m, v);
        if (FIRST) entry.first[last] = m;
        if (SECOND) entry.second[last] = v;
    }
}

// The weights' rate and decay come first, then those of the other parameters.
extern "C" __global__ void sgd(
    const Entry* entries, const Piece* pieces, float rate, float decay, float otherRate, float otherDecay) {
    Piece piece = pieces[blockIdx.x];
    Entry entry = entries[piece.entry];
    Sgd step = {entry.decayed ? rate : otherRate, 0, entry.decayed ? decay : otherDecay};
    update<false, false>(entry, piece.number, [=](float& w, float g, float&, float&) { step.plain(w, g); });
}

extern "C" __global__ void sgd_momentum(const Entry* entries, const Piece* pieces, float momentum, float rate, float decay,
    float otherRate, float otherDecay) {
    Piece piece = pieces[blockIdx.x];
    Entry entry = entries[piece.entry];
    Sgd step = {entry.decayed ? rate : otherRate, momentum, entry.decayed ? decay : otherDecay};
    update<true, false>(entry, piece.number, [=](float& w, float g, float& v, float&) { step.withMomentum(w, g, v); });
}

extern "C" __global__ void adam(const Entry* entries, const Piece* pieces, float rate, float rootScale, float beta1, float rest1,
    float beta2, float rest2, float epsilon, float decay, float otherDecay) {
    Piece piece = pieces[blockIdx.x];
    Entry entry = entries[piece.entry];
    Adam step = {rate, rootScale, beta1, rest1, beta2, rest2, epsilon, entry.decayed ? decay : otherDecay};
    update<true, true>(entry, piece.number, [=](float& w, float g, float& m, float& v) { step.step(w, g, m, v); });
}
