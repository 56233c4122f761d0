package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.AdamStep;
import io.gradlab.nn.kernel.SgdStep;
import io.gradlab.nn.kernel.Shapes;
import io.gradlab.nn.kernel.Update;
import java.util.List;

/** The optimizers' steps, over all parameters in one launch: {@code updates.cu}. */
final class Updates {
    private static final String MODULE = "updates";
    private static final int THREADS = 256;

    private final UpdateTable table;
    private final Kernel sgd;
    private final Kernel sgdMomentum;
    private final Kernel adam;

    Updates(Stream stream) {
        table = new UpdateTable(stream);
        sgd = stream.kernel(MODULE, "sgd");
        sgdMomentum = stream.kernel(MODULE, "sgd_momentum");
        adam = stream.kernel(MODULE, "adam");
    }

    void sgd(SgdStep weights, SgdStep others, List<Update> updates) {
        boolean plain = weights.momentum() == 0;
        prepare("sgd", updates, plain ? 0 : 1);
        if (table.pieces() == 0) {
            return;
        }
        Launch launch = begin(plain ? sgd : sgdMomentum);
        if (!plain) {
            launch.number(weights.momentum());
        }
        launch.number(weights.learningRate())
                .number(weights.weightDecay())
                .number(others.learningRate())
                .number(others.weightDecay())
                .go();
    }

    void adam(AdamStep weights, AdamStep others, List<Update> updates) {
        prepare("adam", updates, 2);
        if (table.pieces() == 0) {
            return;
        }
        begin(adam)
                .number(weights.rate())
                .number(weights.rootScale())
                .number(weights.beta1())
                .number(1 - weights.beta1())
                .number(weights.beta2())
                .number(1 - weights.beta2())
                .number(weights.epsilon())
                .number(weights.weightDecay())
                .number(others.weightDecay())
                .go();
    }

    private void prepare(String operation, List<Update> updates, int moments) {
        for (int i = 0; i < updates.size(); i++) {
            Update update = updates.get(i);
            Shapes.require(update.gradient(), update.value().shape(), operation);
            for (int moment = 0; moment < moments; moment++) {
                Shapes.require(update.moments().get(moment), update.value().shape(), operation);
            }
        }
        table.send(updates);
    }

    private Launch begin(Kernel kernel) {
        return kernel.on(Grid.of(table.pieces(), THREADS))
                .address(table.entriesAddress())
                .address(table.piecesAddress());
    }
}
