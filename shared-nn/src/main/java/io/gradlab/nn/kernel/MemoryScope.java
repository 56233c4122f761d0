package io.gradlab.nn.kernel;

/**
 * A stretch of work on a device: tensors made in it on that device lose their memory when it ends. What is needed longer is
 * copied to the host before. On the host, where memory looks after itself, a scope does nothing.
 */
public interface MemoryScope extends AutoCloseable {

    /** Ends the scope. */
    @Override
    void close();
}
