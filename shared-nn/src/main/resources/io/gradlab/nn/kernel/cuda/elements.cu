// Functions of one element at a time:
//
//     for i in 0 .. n: y[i] = f(x[i], …)
//
// Bound by bytes: 8 for each element (12 for a gradient), and a GPU computes dozens of operations in the time that one number
// takes from memory. So all that matters is how memory is read, which map.cuh does for all of them; exp and tanh are CUDA's
// accurate ones, at no loss.
#include "map.cuh"

extern "C" __global__ void fill(float* y, int n, float value) {
    int quarter = n / 4;
    for (int i = threadOfGrid(); i < quarter; i += threadsOfGrid()) fours(y)[i] = make_float4(value, value, value, value);
    int last = 4 * quarter + threadOfGrid();
    if (last < n) y[last] = value;
}

extern "C" __global__ void copy(const float* x, float* y, int n) {
    map(x, y, n, [](float a) { return a; });
}

extern "C" __global__ void scale(const float* x, float* y, int n, float factor) {
    map(x, y, n, [=](float a) { return factor * a; });
}

extern "C" __global__ void sigmoid(const float* x, float* y, int n) {
    map(x, y, n, [](float a) {
        float e = expf(-fabsf(a)); // at most 1, so nothing overflows
        return (a < 0 ? e : 1) / (1 + e);
    });
}

extern "C" __global__ void sigmoid_gradient(const float* y, const float* dy, float* dx, int n) {
    map(y, dy, dx, n, [](float a, float d) { return d * (a * (1 - a)); });
}

extern "C" __global__ void hyperbolic_tangent(const float* x, float* y, int n) {
    map(x, y, n, [](float a) { return tanhf(a); });
}

extern "C" __global__ void hyperbolic_tangent_gradient(const float* y, const float* dy, float* dx, int n) {
    map(y, dy, dx, n, [](float a, float d) { return d * (1 - a * a); });
}

extern "C" __global__ void relu(const float* x, float* y, int n) {
    map(x, y, n, [](float a) { return a <= 0 ? 0 : a; }); // what is no number stays so
}

extern "C" __global__ void relu_gradient(const float* y, const float* dy, float* dx, int n) {
    map(y, dy, dx, n, [](float a, float d) { return a > 0 ? d : 0; });
}

extern "C" __global__ void leaky_relu(const float* x, float* y, int n, float slope) {
    map(x, y, n, [=](float a) { return a > 0 ? a : slope * a; });
}

extern "C" __global__ void leaky_relu_gradient(const float* y, const float* dy, float* dx, int n, float slope) {
    map(y, dy, dx, n, [=](float a, float d) { return a > 0 ? d : slope * d; });
}

// SELU's λ and λ·α.
static const float LAMBDA = 1.0507009873554805f;
static const float LAMBDA_ALPHA = 1.7580993408473766f;

extern "C" __global__ void selu(const float* x, float* y, int n) {
    map(x, y, n, [](float a) { return a > 0 ? LAMBDA * a : LAMBDA_ALPHA * expm1f(a); });
}

extern "C" __global__ void selu_gradient(const float* y, const float* dy, float* dx, int n) {
    map(y, dy, dx, n, [](float a, float d) { return d * (a > 0 ? LAMBDA : a + LAMBDA_ALPHA); });
}
