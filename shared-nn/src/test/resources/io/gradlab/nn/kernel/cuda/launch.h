// A launch: all blocks of a grid, one after the other. Whatever goes wrong in a kernel (an access outside of all memory, a
// trap of the compiler's checks, a barrier that not all reach) ends the launch with a message and leaves Java running.
#pragma once
#include "fibres.h"
#include "shared.h"
#include <tuple>
#include <utility>

namespace shim {
static pthread_t runner;
static volatile bool launched;
static struct sigaction before[NSIG];

static void onSignal(int signal, siginfo_t* info, void* context) {
    if (launched && pthread_equal(pthread_self(), runner)) {
        char what[160];
        snprintf(what, sizeof what,
            signal == SIGILL ? "a check failed: misaligned access, index outside of an array, or integer overflow (%p)"
            : signal == SIGFPE ? "division by zero (%p)" : "no memory at address %p", info->si_addr);
        fail(what);
    }
    struct sigaction& old = before[signal]; // another thread's: the JVM uses these signals for itself
    if (old.sa_flags & SA_SIGINFO) {
        old.sa_sigaction(signal, info, context);
    } else if (old.sa_handler != SIG_DFL && old.sa_handler != SIG_IGN) {
        old.sa_handler(signal);
    }
}

static const int SIGNALS[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE};

static void catchSignals() {
    struct sigaction ours = {};
    ours.sa_sigaction = onSignal;
    ours.sa_flags = SA_SIGINFO | SA_NODEFER;
    sigemptyset(&ours.sa_mask);
    for (int signal : SIGNALS) sigaction(signal, &ours, &before[signal]);
    runner = pthread_self();
    launched = true;
}

static void leaveSignals() {
    launched = false;
    for (int signal : SIGNALS) sigaction(signal, &before[signal], nullptr);
}

static void runGrid(const Request& request) {
    static char* stacks = room(MOST * STACK);
    openShared(request.shared);
    gridDim = {unsigned(request.x), unsigned(request.y), unsigned(request.z)};
    blockDim = {unsigned(request.threads), 1, 1};
    std::vector<int> sequence;
    arrange(sequence, request.x * request.y * request.z);
    for (int block : sequence) {
        blockIdx = {block % gridDim.x, block / gridDim.x % gridDim.y, block / gridDim.x / gridDim.y};
        clearShared();
        runBlock(request.threads, stacks);
    }
}

template <class T>
static T argument(const char* slots, int index) {
    T value;
    memcpy(&value, slots + 8 * index, sizeof value);
    static const char zeros[8] = {};
    if (memcmp(slots + 8 * index + sizeof value, zeros, 8 - sizeof value) != 0) {
        char what[80];
        snprintf(what, sizeof what, "argument %d has eight bytes, its parameter %zu", index, sizeof value);
        fail(what);
    }
    return value;
}

template <class... P, size_t... I>
static void prepare(void (*kernel)(P...), const char* slots, std::index_sequence<I...>) {
    std::tuple<P...> values{argument<std::remove_const_t<P>>(slots, I)...};
    body = [kernel, values] { std::apply(kernel, values); };
}

// Returns 0, or 1 and a message of up to 256 bytes.
template <class... P>
static int launch(void (*kernel)(P...), const Request& request, const char* slots, char* message) {
    failure = message;
    fibreOrder = request.order;
    chance = 1;
    threadIdx = blockIdx = {};
    if (sigsetjmp(home, 1)) {
        leaveSignals();
        return 1;
    }
    catchSignals();
    if (request.slots != int(sizeof...(P))) fail("the kernel has another number of parameters than it was given arguments");
    if (request.threads > MOST || request.y > 65535 || request.z > 65535) fail("a grid this large is refused by a GPU");
    if (request.shared > DYNAMIC) fail("so much shared memory no block has");
    prepare(kernel, slots, std::index_sequence_for<P...>());
    runGrid(request);
    leaveSignals();
    return 0;
}
} // namespace shim
