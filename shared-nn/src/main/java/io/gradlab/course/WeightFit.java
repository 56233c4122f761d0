package io.gradlab.course;

import java.util.List;

/**
 * How a file's tensors fit a network's, by name.
 *
 * @param missing names of the network's tensors that the file does not have, in the network's order
 * @param extra names of the file's tensors that the network does not have, in the file's order
 * @param misshapen names that both have, with different shapes, in the network's order
 */
public record WeightFit(List<String> missing, List<String> extra, List<String> misshapen) {}
