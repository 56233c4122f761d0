package io.gradlab.peers;

/** A network at work, ready to be stepped again and again on the same batch. */
public interface Workload {
    /** Images in a batch. */
    int images();

    /** Trainable numbers of the network; the same for every peer, or they do not do the same work. */
    long parameters();

    /** Does one training step, or one forward pass, and waits for its end. */
    void step();

    /** A workload of {@code images} a batch whose step is {@code step}. */
    static Workload of(int images, long parameters, Runnable step) {
        return new Workload() {
            @Override
            public int images() {
                return images;
            }

            @Override
            public long parameters() {
                return parameters;
            }

            @Override
            public void step() {
                step.run();
            }
        };
    }
}
