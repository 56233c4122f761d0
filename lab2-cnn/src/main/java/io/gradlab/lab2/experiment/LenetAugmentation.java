package io.gradlab.lab2.experiment;

import io.gradlab.nn.data.RandomFlip;
import io.gradlab.nn.data.RandomHue;
import io.gradlab.nn.data.RandomRotation;
import io.gradlab.nn.data.RandomSaturation;
import io.gradlab.nn.data.RandomShift;
import io.gradlab.nn.data.Transform;

/** What report E does to training images; how much is our choice. */
enum LenetAugmentation {
    NONE(Transform.NONE),
    FLIP(new RandomFlip()),
    SHIFT(new RandomShift(3)),
    HUE(new RandomHue(0.1)),
    SATURATION(new RandomSaturation(0.3)),
    ROTATION(new RandomRotation(15));

    private final Transform transform;

    LenetAugmentation(Transform transform) {
        this.transform = transform;
    }

    Transform transform() {
        return transform;
    }

    /** Returns it as written in commands. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
