package io.gradlab.lab2.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Variant;
import io.gradlab.lab2.model.ReportNetworks;
import io.gradlab.lab2.student.Conv2d;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Networks of other layers than the engine's. */
class OwnPartsTest {

    @Test
    void theSameWeightsInOtherLayersComputeTheSame() {
        OwnParts parts = OwnParts.find(Variant.CORE, EnumSet.allOf(Part.class));
        for (NetworkText text : new NetworkText[] {ReportNetworks.DEEP, ReportNetworks.C_CIFAR_10_AVERAGE}) {
            Tensor images = new Seed(3).stream("images").gaussians(Shape.of(2, 3, 32, 32), 1);
            Sequential engine = text.create(Initialization.HE, new Seed(5));
            float[] expected =
                    engine.forward(images, Pass.training(new Seed(7), 4)).data().clone();
            Sequential own = (Sequential) parts.network(text.create(Initialization.HE, new Seed(5)));
            assertThat(own.forward(images, Pass.training(new Seed(7), 4)).data())
                    .containsExactly(expected);
            assertThat(own.parameters().stream().map(Parameter::name))
                    .containsExactlyElementsOf(
                            engine.parameters().stream().map(Parameter::name).toList());
            assertThat(own.layers().get("conv1")).isNotSameAs(engine.layers().get("conv1"));
        }
    }

    @Test
    void onlyTheNamedPartsAreReplaced() {
        Sequential engine = ReportNetworks.LENET.create(Initialization.HE, new Seed(1));
        Sequential own =
                (Sequential) OwnParts.find(Variant.MINE, Set.of(Part.CONV2D)).network(engine);
        assertThat(own.layers().get("conv1")).isInstanceOf(Conv2d.class);
        assertThat(own.layers().get("fc1")).isSameAs(engine.layers().get("fc1"));
    }
}
