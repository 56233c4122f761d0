package io.gradlab.course.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.course.LossVerdict;
import io.gradlab.course.MlpConfig;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultValueTest {

    @Test
    void listsOfLabelsComeBackInTheirOrder() {
        Answer answer = answer(List.of(new int[] {3, 1}, new int[0], new int[] {2}));

        assertThat(answer.lists("result")).containsExactly(new int[] {3, 1}, new int[0], new int[] {2});
        assertThat(answer(List.of()).lists("result")).isEmpty();
    }

    @Test
    void bytesAndTruthValuesAndConstantsComeBack() {
        assertThat(answer(new byte[] {-128, 0, 127}).bytes("result")).containsExactly(-128, 0, 127);
        assertThat(answer(true).number("result")).isEqualTo(1);
        assertThat(answer(LossVerdict.PLATEAU).text("result")).isEqualTo("PLATEAU");
    }

    @Test
    void tensorsByNameComeBackAsCopiesInTheirOrder() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("z", Tensor.vector(1));
        tensors.put("a", Tensor.vector(2, 3));

        Map<String, Tensor> back = answer(tensors).tensors("result");

        assertThat(back.keySet()).containsExactly("z", "a");
        assertThat(back.get("a").data())
                .containsExactly(2, 3)
                .isNotSameAs(tensors.get("a").data());
    }

    @Test
    void aRecordIsTheGroupOfItsComponents() {
        MlpConfig config = new MlpConfig(4, List.of(5), 3, ActivationKind.TANH, 0.5, 2, 1, new Seed(9));

        assertThat(ResultValue.of(config, "method"))
                .isEqualTo(new Value.Group(List.of(
                        Value.of(4L),
                        new Value.Wholes(List.of(5)),
                        Value.of(3L),
                        Value.of(ActivationKind.TANH),
                        Value.of(0.5),
                        Value.of(2L),
                        Value.of(1L),
                        Value.of(9L))));
    }

    @Test
    void nullIsABadAnswerWhereverItIs() {
        assertThatThrownBy(() -> ResultValue.of(null, "split"))
                .isInstanceOf(BadAnswer.class)
                .hasMessage("split returned null");
        assertThatThrownBy(() -> ResultValue.of(Arrays.asList(new int[1], null), "split"))
                .isInstanceOf(BadAnswer.class)
                .hasMessage("in its list split returned null");
    }

    private static Answer answer(Object result) {
        return new Answer(Map.of("result", ResultValue.of(result, "method")), Optional.empty(), "");
    }
}
