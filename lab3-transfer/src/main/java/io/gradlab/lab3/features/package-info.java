/**
 * From images to a pretrained network's features, once: {@link io.gradlab.lab3.features.Backbone} is the network, {@link
 * io.gradlab.lab3.features.Preparation} what it is shown, {@link io.gradlab.lab3.features.FeatureCache} where its answers are
 * kept. Knows the core, weights and images.
 */
@NullMarked
package io.gradlab.lab3.features;

import org.jspecify.annotations.NullMarked;
