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

    private static final String USUAL = "the test set";

    /** Returns {@code " on"} and what was tested on where that is not the set's own test part; else nothing. */
    public String whereElse() {
        return testSet.equals(USUAL) ? "" : " on " + testSet;
    }

    /** Returns what the test part's images are called in a title: {@code test images}. */
    public String testImages() {
        return testSet.equals(USUAL) ? "test images" : "images of " + testSet;
    }

    /** Creates the parts of a set whose test part needs no name. */
    public DataParts(String name, Dataset training, Dataset validation, Dataset test) {
        this(name, USUAL, training, validation, test);
    }
}
