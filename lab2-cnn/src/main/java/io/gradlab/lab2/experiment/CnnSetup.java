package io.gradlab.lab2.experiment;

import io.gradlab.nn.data.Transform;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Seed;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What an experiment trains, and how unless told otherwise.
 *
 * @param maker makes the network with its first weights
 * @param loss makes the loss for the network that is trained
 * @param training changes each training sample
 * @param evaluation changes each validation and test sample
 * @param options what the experiment's own options say, by option name
 * @param modes whether each epoch is validated in training mode as well, as some reports did
 */
record CnnSetup(
        NetworkText network,
        CnnRecipe recipe,
        Function<Seed, Layer> maker,
        Supplier<Optimizer> optimizer,
        Function<Layer, Loss> loss,
        Transform training,
        Transform evaluation,
        SequencedMap<String, String> options,
        boolean modes) {

    /** Returns the usual setup: He's weights, Adam, cross-entropy, the same scaling in training and evaluation. */
    static CnnSetup of(NetworkText network, CnnRecipe recipe) {
        return new CnnSetup(
                network,
                recipe,
                seed -> network.create(Initialization.HE, seed),
                Adam::new,
                made -> new CrossEntropy(),
                recipe.scaling(),
                recipe.scaling(),
                new LinkedHashMap<>(),
                false);
    }

    CnnSetup withMaker(Function<Seed, Layer> other) {
        return new CnnSetup(network, recipe, other, optimizer, loss, training, evaluation, options, modes);
    }

    CnnSetup withOptimizer(Supplier<Optimizer> other) {
        return new CnnSetup(network, recipe, maker, other, loss, training, evaluation, options, modes);
    }

    CnnSetup withLoss(Function<Layer, Loss> other) {
        return new CnnSetup(network, recipe, maker, optimizer, other, training, evaluation, options, modes);
    }

    /** Returns the setup with random changes to each training sample, before the scaling. */
    CnnSetup augmented(Transform augmentation) {
        return new CnnSetup(
                network,
                recipe,
                maker,
                optimizer,
                loss,
                augmentation.then(recipe.scaling()),
                evaluation,
                options,
                modes);
    }

    /** Returns the setup with each epoch validated in training mode as well. */
    CnnSetup inBothModes() {
        return new CnnSetup(network, recipe, maker, optimizer, loss, training, evaluation, options, true);
    }

    /** Returns the setup with one more option of its own. */
    CnnSetup withOption(String name, Object value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(options);
        more.put(name, value.toString());
        return new CnnSetup(network, recipe, maker, optimizer, loss, training, evaluation, more, modes);
    }
}
