// The threads of a block as fibres: each has a stack of its own and runs until it waits for the others or ends, all of them
// on one thread of the host. So a block is run as written, barriers and all, and every run in the same order gives the
// same bits. Which fibre goes first is a choice: a kernel whose result depends on it lacks a barrier.
#pragma once
#include <csetjmp>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <pthread.h>
#include <vector>
#ifndef __x86_64__
#include <ucontext.h>
#endif

struct dim3 { unsigned int x, y, z; };
static dim3 threadIdx, blockIdx, blockDim, gridDim;

namespace shim {
constexpr int MOST = 1024; // threads of a block
constexpr int WARP = 32;
constexpr size_t STACK = 64 << 10;

enum Order { FORWARD, REVERSE, RANDOM };
enum State { READY, AT_BLOCK_BARRIER, AT_WARP_BARRIER, DONE };

// What Java asks for; its arguments lie in slots of eight bytes.
struct Request {
    int x, y, z, threads, shared, order, slots;
};

#ifdef __x86_64__
// Saves the registers that a function must keep, swaps the stacks, restores the other's: swapcontext without its system call.
extern "C" void shim_switch(void** from, void* to);
asm(R"(
.text
.globl shim_switch
.hidden shim_switch
shim_switch:
    pushq %rbp
    pushq %rbx
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    movq %rsp, (%rdi)
    movq %rsi, %rsp
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    ret
)");
struct Context {
    void* stackPointer = nullptr;
    void prepare(char* stack, void (*entry)()) {
        void** top = reinterpret_cast<void**>(stack + STACK);
        *--top = nullptr; // entry's return address, never used
        *--top = reinterpret_cast<void*>(entry);
        for (int i = 0; i < 6; i++) *--top = nullptr; // the saved registers
        stackPointer = top;
    }
    void leaveFor(Context& other) { shim_switch(&stackPointer, other.stackPointer); }
};
#else
struct Context {
    ucontext_t context;
    void prepare(char* stack, void (*entry)()) {
        getcontext(&context);
        context.uc_stack.ss_sp = stack;
        context.uc_stack.ss_size = STACK;
        context.uc_link = nullptr;
        makecontext(&context, entry, 0);
    }
    void leaveFor(Context& other) { swapcontext(&context, &other.context); }
};
#endif

static Context scheduler;
static Context contexts[MOST];
static State states[MOST];
static int running; // the fibre
static int fibreOrder; // an Order
static uint32_t chance = 1;
static std::function<void()> body;
static unsigned turns[MOST]; // how many operations of its warp a fibre has taken part in
static sigjmp_buf home; // where a launch goes on after a failure
static char* failure; // its message, 256 bytes

[[noreturn]] static void fail(const char* what) {
    snprintf(failure, 256, "block (%u, %u, %u), thread %u: %s", blockIdx.x, blockIdx.y, blockIdx.z, threadIdx.x, what);
    siglongjmp(home, 1);
}

static uint32_t draw(uint32_t bound) {
    chance = chance * 1664525u + 1013904223u;
    return static_cast<uint32_t>((static_cast<uint64_t>(chance) * bound) >> 32);
}

// The order of count things, in which fibres or blocks get their turn.
static void arrange(std::vector<int>& sequence, int count) {
    sequence.resize(count);
    for (int i = 0; i < count; i++) sequence[i] = fibreOrder == REVERSE ? count - 1 - i : i;
    for (int i = count - 1; fibreOrder == RANDOM && i > 0; i--) std::swap(sequence[i], sequence[draw(i + 1)]);
}

static void wait(State barrier) {
    states[running] = barrier;
    contexts[running].leaveFor(scheduler);
}

static void fibre() {
    body();
    wait(DONE);
}

// Lets the living fibres from .. to go on if all of them are at this barrier; returns whether there were any.
static bool release(State barrier, int from, int to) {
    bool all = true;
    bool any = false;
    for (int i = from; i < to; i++) {
        all &= states[i] == barrier || states[i] == DONE;
        any |= states[i] == barrier;
    }
    for (int i = from; all && any && i < to; i++) {
        if (states[i] == barrier) states[i] = READY;
    }
    return all && any;
}

// Runs a warp until its fibres have ended or wait for other warps: as far ahead of those as it may get, so that a barrier
// missing between warps shows.
static void runWarp(int from, int to) {
    static std::vector<int> lanes;
    do {
        arrange(lanes, to - from);
        for (int lane : lanes) {
            if (states[from + lane] == READY) {
                running = from + lane;
                threadIdx.x = running;
                scheduler.leaveFor(contexts[running]);
            }
        }
    } while (release(AT_WARP_BARRIER, from, to));
}

// An asynchronous copy that has not been waited for; of its bytes, those that are not valid become zeros.
struct Copy {
    void* to;
    const void* from;
    int bytes, valid, group;
};
static std::vector<Copy> copies[MOST];
static int groups[MOST];

static void runBlock(int threads, char* stacks) {
    static std::vector<int> warps;
    for (int i = 0; i < threads; i++) {
        contexts[i].prepare(stacks + i * STACK, fibre);
        states[i] = READY;
        turns[i] = 0;
        groups[i] = 0;
        copies[i].clear();
    }
    do {
        arrange(warps, (threads + WARP - 1) / WARP);
        for (int warp : warps) runWarp(warp * WARP, std::min(threads, (warp + 1) * WARP));
    } while (release(AT_BLOCK_BARRIER, 0, threads));
    for (int i = 0; i < threads; i++) {
        if (states[i] != DONE) {
            threadIdx.x = i;
            fail("waits at a barrier that other threads of its warp or block never reach");
        }
    }
}
} // namespace shim
