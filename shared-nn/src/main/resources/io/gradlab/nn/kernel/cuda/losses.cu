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

// Returns the place of a row's largest number, the first of equals; for all lanes. As on the host, what is no number counts
// only in the first place, which nothing then exceeds.
__device__ __forceinline__ int placeOfLargest(const float* row, int columns) {
    constexpr int NONE = 0x7FFFFFFF;
    float largest = -INFINITY;
    int place = NONE;
    for (int j = threadIdx.x % 32; j < columns; j += 32) {
        if (row[j] > largest || (place == NONE && row[j] == largest)) {
            largest = row[j];
            place = j;
        }
    }
    for (int bits = 16; bits > 0; bits /= 2) {
        float other = __shfl_xor_sync(WHOLE_WARP, largest, bits);
        int otherPlace = __shfl_xor_sync(WHOLE_WARP, place, bits);
        if (other > largest || (other == largest && otherPlace < place)) {
            largest = other;
            place = otherPlace;
        }
    }
    return place == NONE || isnan(row[0]) ? 0 : place;
}

// right[0] becomes the number of rows whose largest number stands where the target's does: a warp a row, one block for all.
extern "C" __global__ void count_right(const float* logits, const float* targets, float* right, int rows, int columns) {
    int count = 0; // the same for all lanes of a warp
    for (int row = threadIdx.x / 32; row < rows; row += blockDim.x / 32) {
        long long from = static_cast<long long>(row) * columns;
        count += placeOfLargest(logits + from, columns) == placeOfLargest(targets + from, columns);
    }
    count = blockSum(threadIdx.x % 32 == 0 ? count : 0);
    if (threadIdx.x == 0) right[0] = static_cast<float>(count); // exact below 2^24 rows
}
