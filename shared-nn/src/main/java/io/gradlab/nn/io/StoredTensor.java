package io.gradlab.nn.io;

import io.gradlab.nn.tensor.Shape;

/**
 * A tensor that still lies in a file.
 *
 * @param type the numbers' format there
 */
public record StoredTensor(String name, NumberType type, Shape shape) {}
