package io.gradlab.lab3.experiment;

import java.util.List;

/** Report F's figures: VGG-16 at 224×224, frozen convolutions, Fashion-MNIST's 10,000 test images. */
final class PublishedTransfer {
    /** Test accuracy in percent; the report's own matrix sums to 92.35. */
    static final double ACCURACY = 91.64;

    /** Accuracy of each class in percent, in the labels' order. */
    static final List<Double> CLASSES = List.of(91.5, 98.2, 90.2, 95.6, 87.7, 99.3, 70.5, 94.7, 98.9, 96.9);

    static final String BEST_CLASS = "Sandal (99.3 %)";
    static final String WORST_CLASS = "Shirt (70.5 %)";
    static final String CONFUSED = "Shirt → T-shirt/top 128, Coat → Dress 41, Coat → Shirt 41, Sneaker → Ankle boot 29";
    static final String FALSE_NEGATIVES = "Shirt (295)";
    static final String FALSE_POSITIVES = "T-shirt/top (157)";

    private PublishedTransfer() {}
}
