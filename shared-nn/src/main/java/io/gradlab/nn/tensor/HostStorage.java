package io.gradlab.nn.tensor;

/** Numbers in a plain array; the fastest place the JVM has for them. */
record HostStorage(float[] numbers) implements Storage {

    @Override
    public Device device() {
        return Device.CPU;
    }

    @Override
    public int size() {
        return numbers.length;
    }

    @Override
    public void read(float[] target) {
        System.arraycopy(numbers, 0, target, 0, numbers.length);
    }

    @Override
    public void write(float[] source) {
        System.arraycopy(source, 0, numbers, 0, numbers.length);
    }
}
