// Softmax and cross-entropy of the rows of a matrix [N, K]:
//
//     q[j]  = e^(z[j] - max z) / Σ_k e^(z[k] - max z)
//     loss += Σ_j p[j] · (log Σ_k e^(z[k] - max z) - (z[j] - max z)) / N
//     dz[j] = (q[j] · Σ p - p[j]) / N
//
// The row's maximum is subtracted first, and the loss is log-sum-exp minus the logit, never the logarithm of a probability; so
// both are finite for any finite logits. A row is worked on by a team: a warp where rows are short, a block where they are long.
// A team reads its row three times, of which the second and third time find it in the cache; with the ten or thousand classes
// of a network this takes a few microseconds, most of them for starting it.
#include "fold.cuh"

template <bool WARP>
struct Team {
    static __device__ __forceinline__ int rank() { return WARP ? threadIdx.x % 32 : threadIdx.x; }
    static __device__ __forceinline__ int size() { return WARP ? 32 : blockDim.x; }
    static __device__ __forceinline__ int row() {
        return WARP ? blockIdx.x * (blockDim.x / 32) + threadIdx.x / 32 : blockIdx.x;
    }
    template <class T>
    static __device__ __forceinline__ T sum(T x) { return WARP ? warpSum(x) : blockSum(x); }
    static __device__ __forceinline__ float maximum(float x) { return WARP ? warpMaximum(x) : blockMaximum(x); }
};

template <class Team>
__device__ __forceinline__ float largest(const float* z, int columns) {
    float largest = -INFINITY;
    for (int j = Team::rank(); j < columns; j += Team::size()) largest = fmaxf(largest, z[j]);
    return Team::maximum(largest);
}

template <class Team>
__device__ __forceinline__ float sumOfExponentials(const float* z, int columns, float largest) {
    float sum = 0;
    for (int j = Team::rank(); j < columns; j += Team::size()) sum += expf(z[j] - largest);
    return Team::sum(sum);
}

template <class Team>
__device__ __forceinline__ void softmax(const float* logits, float* out, int rows, int columns) {
    int row = Team::row();
    if (row >= rows) return; // a whole team
    const float* z = logits + static_cast<long long>(row) * columns;
    float* q = out + static_cast<long long>(row) * columns;
    float top = largest<Team>(z, columns);
    float sum = sumOfExponentials<Team>(z, columns, top);
    for (int j = Team::rank(); j < columns; j += Team::size()) q[j] = expf(z[j] - top) / sum;
}

extern "C" __global__ void softmax_short(const float* logits, float* out, int rows, int columns) {
    softmax<Team<true>>(logits, out, rows, columns);
}

extern "C" __global__ void softmax_long(const float* logits, float* out, int rows, int columns) {
    softmax<Team<false>>(logits, out, rows, columns);
}

template <class Team>
__device__ __forceinline__ void crossEntropy(
    const float* logits, const float* targets, float* gradient, double* losses, int rows, int columns) {
    int row = Team::row();
    if (row >= rows) return;
    const float* z = logits + static_cast<long long>(row) * columns;
    const float* p = targets + static_cast<long long>(row) * columns;
    float* dz = gradient + static_cast<long long>(row) * columns;
    float top = largest<Team>(z, columns);
    float sum = sumOfExponentials<Team>(z, columns, top);
    float mass = 0;
    double product = 0;
    for (int j = Team::rank(); j < columns; j += Team::size()) {
        mass += p[j];
        product += static_cast<double>(p[j]) * (z[j] - top);
    }
    mass = Team::sum(mass);
    product = Team::sum(product);
    for (int j = Team::rank(); j < columns; j += Team::size()) {
        dz[j] = (expf(z[j] - top) / sum * mass - p[j]) / rows;
    }
    if (Team::rank() == 0) losses[row] = mass * log(static_cast<double>(sum)) - product;
}

extern "C" __global__ void cross_entropy_short(
    const float* logits, const float* targets, float* gradient, double* losses, int rows, int columns) {
    crossEntropy<Team<true>>(logits, targets, gradient, losses, rows, columns);
}

extern "C" __global__ void cross_entropy_long(
    const float* logits, const float* targets, float* gradient, double* losses, int rows, int columns) {
    crossEntropy<Team<false>>(logits, targets, gradient, losses, rows, columns);
}
