// The optimizers' steps for one element of a parameter; the formulas of SgdStep and AdamStep.
#pragma once

struct Sgd {
    float rate, momentum, decay;

    __device__ __forceinline__ void plain(float& w, float g) const {
        w -= rate * (g + decay * w);
    }

    __device__ __forceinline__ void withMomentum(float& w, float g, float& v) const {
        v = momentum * v + (g + decay * w);
        w -= rate * v;
    }
};

struct Adam {
    float rate, rootScale, beta1, rest1, beta2, rest2, epsilon, decay;

    __device__ __forceinline__ void step(float& w, float g, float& m, float& v) const {
        g += decay * w;
        m = beta1 * m + rest1 * g;
        v = beta2 * v + rest2 * g * g;
        w -= rate * m / (sqrtf(v) * rootScale + epsilon);
    }
};
