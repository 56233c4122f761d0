package io.gradlab.lab2.experiment;

import io.gradlab.nn.data.Dataset;

/**
 * The three parts of a data set.
 *
 * @param name for people
 */
record CnnData(String name, Dataset training, Dataset validation, Dataset test) {}
