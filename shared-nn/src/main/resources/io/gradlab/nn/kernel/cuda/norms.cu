// Batch normalization of channels:
//
//     mean, variance of x over N, H and W
//     y  = max(floor, gamma · (x - mean) / √(variance + ε) + beta)
//     dx = gamma / √(variance + ε) · (dy - Σdy / M - x̂ · Σ(dy · x̂) / M)
//
// with x̂ = (x - mean) / √(variance + ε) and M = N·H·W.
//
// Bound by bytes: forward reads x twice and writes y, 12 for each element; backward reads x and dy twice and writes dx, 20. So
// each direction is two launches: one that sums shares of channels, and one in which each block first joins the sums of its
// channel's shares, which are few, and then goes over its share of the elements.
#include "statistics.cuh"

// shares[c · S + s] becomes the mean and the deviations of share s of channel c.
extern "C" __global__ void batch_norm_statistics(
    const float* images, float2* shares, int number, int channels, int plane, int share) {
    __shared__ float counts[8], means[8], deviations[8];
    Channel channel = {number, channels, plane, share};
    Statistics<float> own = plane % 4 == 0 ? ownStatistics<4>(channel, images) : ownStatistics<1>(channel, images);
    own.joinWarp();
    int warp = threadIdx.x / 32;
    if (threadIdx.x % 32 == 0) {
        counts[warp] = own.count;
        means[warp] = own.mean;
        deviations[warp] = own.deviations;
    }
    __syncthreads();
    if (threadIdx.x == 0) {
        for (int i = 1; i < 8; i++) own.join(counts[i], means[i], deviations[i]);
        shares[blockIdx.x * channel.shares() + blockIdx.y] = make_float2(own.mean, own.deviations);
    }
}

// y = max(floor, x · factor + term) over this block's share.
template <int WIDTH>
__device__ __forceinline__ void normalize(
    const Channel& channel, const float* x, float* y, float factor, float term, float floor) {
    channel.walk<WIDTH, 4>([&](const auto& at) {
        Pixels<WIDTH> pixels[PLACES(at)];
        for (int k = 0; k < PLACES(at); k++) pixels[k] = Pixels<WIDTH>::load(x + at[k]);
        for (int k = 0; k < PLACES(at); k++) {
            for (int i = 0; i < WIDTH; i++) {
                float value = pixels[k].at[i] * factor + term;
                pixels[k].at[i] = value <= floor ? floor : value; // what is no number stays so
            }
            pixels[k].store(y + at[k]);
        }
    });
}

__device__ __forceinline__ void normalize(const Channel& channel, const float* x, float* y, float mean, float variance,
    float gamma, float beta, double epsilon, float floor) {
    float factor = static_cast<float>(gamma / sqrt(variance + epsilon));
    float term = beta - mean * factor;
    if (channel.plane % 4 == 0) {
        normalize<4>(channel, x, y, factor, term, floor);
    } else {
        normalize<1>(channel, x, y, factor, term, floor);
    }
}

// Joins the statistics of the channel's shares and normalizes this block's; the first share's block writes them down.
extern "C" __global__ void batch_norm(const float* x, float* y, const float2* shares, const float* gamma, const float* beta,
    float* means, float* variances, int number, int channels, int plane, int share, unsigned long long epsilonBits, float floor) {
    __shared__ float joined[2];
    Channel channel = {number, channels, plane, share};
    int c = blockIdx.x;
    if (threadIdx.x < 32) {
        int all = channel.shares();
        Statistics<double> own = {0, 0, 0};
        for (int s = threadIdx.x; s < all; s += 32) {
            float2 one = shares[c * all + s];
            own.join(channel.elementsOf(s), one.x, one.y);
        }
        own.joinWarp();
        if (threadIdx.x == 0) {
            joined[0] = static_cast<float>(own.mean);
            joined[1] = static_cast<float>(own.deviations / own.count);
        }
    }
    __syncthreads();
    if (blockIdx.y == 0 && threadIdx.x == 0) {
        means[c] = joined[0];
        variances[c] = joined[1];
    }
    normalize(channel, x, y, joined[0], joined[1], gamma[c], beta[c], __longlong_as_double(epsilonBits), floor);
}

extern "C" __global__ void batch_norm_fixed(const float* x, float* y, const float* gamma, const float* beta, const float* means,
    const float* variances, int number, int channels, int plane, int share, unsigned long long epsilonBits, float floor) {
    Channel channel = {number, channels, plane, share};
    int c = blockIdx.x;
    normalize(channel, x, y, means[c], variances[c], gamma[c], beta[c], __longlong_as_double(epsilonBits), floor);
}

template <int WIDTH>
__device__ __forceinline__ float2 gradientSums(const Channel& channel, const float* x, const float* dy, float mean) {
    float2 sums = make_float2(0, 0);
    channel.walk<WIDTH, 2>([&](const auto& at) {
        Pixels<WIDTH> input[PLACES(at)], gradient[PLACES(at)];
        for (int k = 0; k < PLACES(at); k++) {
            input[k] = Pixels<WIDTH>::load(x + at[k]);
            gradient[k] = Pixels<WIDTH>::load(dy + at[k]);
        }
        for (int k = 0; k < PLACES(at); k++) {
            for (int i = 0; i < WIDTH; i++) {
                sums.x += gradient[k].at[i];
                sums.y += gradient[k].at[i] * (input[k].at[i] - mean);
            }
        }
    });
    return sums;
}

// shares[c · S + s] becomes Σdy and Σdy·(x - mean) of share s of channel c.
extern "C" __global__ void batch_norm_gradient_sums(const float* x, const float* dy, const float* means, float2* shares,
    int number, int channels, int plane, int share) {
    Channel channel = {number, channels, plane, share};
    float mean = means[blockIdx.x];
    float2 sums = plane % 4 == 0 ? gradientSums<4>(channel, x, dy, mean) : gradientSums<1>(channel, x, dy, mean);
    sums.x = blockSum(sums.x);
    sums.y = blockSum(sums.y);
    if (threadIdx.x == 0) shares[blockIdx.x * channel.shares() + blockIdx.y] = sums;
}

template <int WIDTH>
__device__ __forceinline__ void inputGradient(const Channel& channel, const float* x, const float* dy, float* dx,
    float onGradient, float onInput, float term) {
    channel.walk<WIDTH, 2>([&](const auto& at) {
        Pixels<WIDTH> input[PLACES(at)], gradient[PLACES(at)];
        for (int k = 0; k < PLACES(at); k++) {
            input[k] = Pixels<WIDTH>::load(x + at[k]);
            gradient[k] = Pixels<WIDTH>::load(dy + at[k]);
        }
        for (int k = 0; k < PLACES(at); k++) {
            for (int i = 0; i < WIDTH; i++) {
                gradient[k].at[i] = onGradient * gradient[k].at[i] + (onInput * input[k].at[i] + term);
            }
            gradient[k].store(dx + at[k]);
        }
    });
}

// All that depends on the channel alone is folded into three numbers: dx = onGradient · dy + (onInput · x + term).
extern "C" __global__ void batch_norm_gradient(const float* x, const float* dy, float* dx, const float2* shares,
    const float* gamma, const float* means, const float* variances, float* gammaGradient, float* betaGradient, int number,
    int channels, int plane, int share, unsigned long long epsilonBits) {
    __shared__ float joined[3];
    Channel channel = {number, channels, plane, share};
    int c = blockIdx.x;
    if (threadIdx.x < 32) {
        int all = channel.shares();
        double sum = 0, products = 0;
        for (int s = threadIdx.x; s < all; s += 32) {
            float2 one = shares[c * all + s];
            sum += one.x;
            products += one.y;
        }
        sum = warpSum(sum);
        products = warpSum(products);
        if (threadIdx.x == 0) {
            double count = channel.count();
            double inverse = 1 / sqrt(variances[c] + __longlong_as_double(epsilonBits));
            double factor = gamma[c] * inverse;
            double slope = -factor * inverse * inverse * products / count;
            joined[0] = static_cast<float>(factor);
            joined[1] = static_cast<float>(slope);
            joined[2] = static_cast<float>(-factor * sum / count - slope * means[c]);
            if (blockIdx.y == 0) {
                gammaGradient[c] = static_cast<float>(products * inverse);
                betaGradient[c] = static_cast<float>(sum);
            }
        }
    }
    __syncthreads();
    if (plane % 4 == 0) {
        inputGradient<4>(channel, x, dy, dx, joined[0], joined[1], joined[2]);
    } else {
        inputGradient<1>(channel, x, dy, dx, joined[0], joined[1], joined[2]);
    }
}

// running = (1 - part) · running + part · scale · sample
extern "C" __global__ void average(const float* sample, float* running, int n, float part, float scale) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) running[i] = (1 - part) * running[i] + part * (scale * sample[i]);
}
