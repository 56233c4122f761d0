package io.gradlab.lab2.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkSummary;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks' sizes against the reports' (report D's and LeNet's are not published, but computed). */
class ReportNetworksTest {

    static Stream<Arguments> parameterTotals() {
        return Stream.of(
                Arguments.of("C, MNIST", ReportNetworks.C_MNIST, 3_274_634),
                Arguments.of("C, MNIST, 3×3", ReportNetworks.C_MNIST_3X3, 3_241_354),
                Arguments.of("C, MNIST, 3×3, doubled", ReportNetworks.C_MNIST_3X3_DOUBLED, 6_508_298),
                Arguments.of("C, CIFAR-10", ReportNetworks.C_CIFAR_10, 537_610),
                Arguments.of("C, CIFAR-10, average pooling", ReportNetworks.C_CIFAR_10_AVERAGE, 540_682),
                Arguments.of("D", ReportNetworks.D_MNIST, 569_606),
                Arguments.of("LeNet", ReportNetworks.LENET, 62_006),
                Arguments.of("E, deep", ReportNetworks.DEEP, 5_852_170),
                Arguments.of("C, MNIST, from its options", ReportNetworks.cMnist(5, 32), 3_274_634),
                Arguments.of("C, MNIST, 3×3, from its options", ReportNetworks.cMnist(3, 32), 3_241_354),
                Arguments.of("C, MNIST, doubled, from its options", ReportNetworks.cMnist(3, 64), 6_508_298),
                Arguments.of("C, CIFAR-10, SELU", ReportNetworks.cCifar10(3, "selu", "maxpool"), 537_610),
                Arguments.of("C, CIFAR-10, 5×5", ReportNetworks.cCifar10(5, "relu", "avgpool"), 540_682),
                Arguments.of("LeNet, from its options", ReportNetworks.lenet(5, false, "relu"), 62_006));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("parameterTotals")
    void hasTheReportsNumberOfParameters(String name, NetworkText text, long parameters) {
        assertThat(text.summary().parameters()).isEqualTo(parameters);
        assertThat(text.summary().rows().getLast().output()).isEqualTo(Shape.of(10));
    }

    @Test
    void theMadeNetworkIsTheSummarisedOne() {
        Sequential lenet = ReportNetworks.LENET.create(Initialization.HE, new Seed(1));
        assertThat(NetworkSummary.of(lenet, ReportNetworks.LENET.sample())).isEqualTo(ReportNetworks.LENET.summary());
        Tensor logits = lenet.forward(Tensor.zeros(2, 3, 32, 32), Pass.evaluation());
        assertThat(logits.shape()).isEqualTo(Shape.of(2, 10));
    }

    @Test
    void poolingDropsTheLastRowAndColumnOfReportCsThirteen() {
        assertThat(ReportNetworks.C_CIFAR_10.summary().rows())
                .filteredOn(row -> row.name().startsWith("conv") || row.layer().startsWith("MaxPool"))
                .extracting(row -> row.output().toString())
                .containsExactly(
                        "[64, 30, 30]", "[64, 15, 15]", "[128, 13, 13]", "[128, 6, 6]", "[256, 4, 4]", "[256, 2, 2]");
    }
}
