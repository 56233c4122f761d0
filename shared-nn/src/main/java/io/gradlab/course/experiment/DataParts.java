package io.gradlab.course.experiment;

import io.gradlab.nn.data.Dataset;

/**
 * The three parts of an experiment's data.
 *
 * @param name for people and {@code summary.json}
 * @param training what the network learns from
 * @param validation what the best epoch is chosen by
 * @param test what the final figures are taken on
 */
public record DataParts(String name, Dataset training, Dataset validation, Dataset test) {}
