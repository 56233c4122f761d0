// Functions of one element at a time:
//
//     for i in 0 .. n: y[i] = f(x[i], …)
//
// Bound by bytes: a GPU computes hundreds of operations in the time that one number takes from memory.

extern "C" __global__ void fill(float* y, int n, float value) {
    for (long long i = blockIdx.x * (long long)blockDim.x + threadIdx.x; i < n; i += (long long)gridDim.x * blockDim.x) {
        y[i] = value;
    }
}

extern "C" __global__ void leaky_relu(const float* x, float* y, int n, float slope) {
    for (long long i = blockIdx.x * (long long)blockDim.x + threadIdx.x; i < n; i += (long long)gridDim.x * blockDim.x) {
        y[i] = x[i] > 0 ? x[i] : slope * x[i];
    }
}
