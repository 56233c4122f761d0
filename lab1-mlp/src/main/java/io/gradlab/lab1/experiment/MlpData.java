package io.gradlab.lab1.experiment;

import io.gradlab.nn.data.Dataset;

/**
 * The three parts of a data set.
 *
 * @param name for people
 */
record MlpData(String name, Dataset training, Dataset validation, Dataset test) {}
