package io.gradlab.course.experiment;

import io.gradlab.nn.data.Dataset;

/**
 * The three parts of an experiment's data.
 *
 * @param name for people and {@code summary.json}
 * @param testSet what the test part is, for titles of pictures: {@code the test set}
 * @param training what the network learns from
 * @param validation what the best epoch is chosen by
 * @param test what the final figures are taken on
 */
public record DataParts(String name, String testSet, Dataset training, Dataset validation, Dataset test) {

    /** Creates the parts of a set whose test part needs no name. */
    public DataParts(String name, Dataset training, Dataset validation, Dataset test) {
        this(name, "the test set", training, validation, test);
    }
}
