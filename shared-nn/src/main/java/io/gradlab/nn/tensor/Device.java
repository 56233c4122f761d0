package io.gradlab.nn.tensor;

/** A place that stores tensors and computes with them. */
public enum Device {
    /** The host's memory and its cores. */
    CPU,
    /** The memory of an NVIDIA GPU. */
    CUDA
}
