package io.gradlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a wrong network text is answered, word for word. */
class NetworkTextErrorTest {
    private static final String KNOWN =
            "There are: conv, maxpool, avgpool, flatten, dense, dropout, dropout2d, batchnorm, relu, tanh, sigmoid, linear, selu, leakyrelu, scale";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "conv 4 3x3, maxpol 2 | element 2 `maxpol 2`: unknown layer 'maxpol', did you mean maxpool? KNOWN",
                "drop 0.5 | element 1 `drop 0.5`: unknown layer 'drop', did you mean dropout? KNOWN",
                "lstm 5 | element 1 `lstm 5`: unknown layer 'lstm'. KNOWN",
                "conv | element 1 `conv`: the number of filters is missing; write for example `conv 32 5x5 pad 2`",
                "conv 8 | element 1 `conv 8`: the kernel is missing; write for example `conv 32 5x5 pad 2`",
                "conv 8 5x | element 1 `conv 8 5x`: the kernel is a height and width like 5x5, not '5x'; write for"
                        + " example `conv 32 5x5 pad 2`",
                "conv 0 3x3 | element 1 `conv 0 3x3`: the number of filters is a whole number of at least 1, not '0';"
                        + " write for example `conv 32 5x5 pad 2`",
                "conv 8 3x3 padding 1 | element 1 `conv 8 3x3 padding 1`: unknown option 'padding', did you mean"
                        + " pad? There are: pad, stride",
                "conv 8 3x3 pad | element 1 `conv 8 3x3 pad`: the number after pad is missing; write for example"
                        + " `conv 32 5x5 pad 2`",
                "conv 8 3x3 pad 1 pad 1 | element 1 `conv 8 3x3 pad 1 pad 1`: pad is given twice; keep one",
                "flatten dense 10 | element 1 `flatten dense 10`: 'dense' is too much here; write `flatten`, and a"
                        + " comma or a line break between elements",
                "flatten, dropout 1 | element 2 `dropout 1`: the share to drop is a number from 0 to below 1, not '1';"
                        + " write for example `dropout 0.5`",
                "a: relu, a: tanh | element 2 `a: tanh`: there is a layer 'a' already; rename one",
                "conv 4 3x3, fc: dense 10 | element 2 `fc: dense 10`: layer fc: Dense(?→10) takes [N, inputs], but got"
                        + " [1, 4, 26, 26]. Is a Flatten missing before it?",
                "flatten, conv 4 3x3 | element 2 `conv 4 3x3`: layer 1: Conv2d(?→4, 3×3) takes images [N, C, H, W], but"
                        + " got [1, 784]. Does a Flatten stand too early?",
                "maxpool 20, conv 4 5x5 | element 2 `conv 4 5x5`: layer 1: Conv2d(1→4, 5×5) takes images of at least"
                        + " 5×5, but got [1, 1, 1, 1]. Pad more, or pool less before it.",
                "maxpool 30 | element 1 `maxpool 30`: layer 0: MaxPool2d(30×30, stride 30) takes images of at least"
                        + " 30×30, but got [1, 1, 28, 28]. Pad more, or pool less before it.",
                "flatten, dense 99999999 | element 2 `dense 99999999`: A tensor holds at most 2^31 - 9 numbers, but"
                        + " [99999999, 784] would hold 78399999216",
                "\" , \" | the network's text is empty; write for example `flatten, dense 10`",
            })
    void saysWhichElementWhatIsWrongAndTheMend(String text, String message) {
        assertThatThrownBy(() -> NetworkText.of(text, Shape.of(1, 28, 28)))
                .isInstanceOf(NetworkTextException.class)
                .hasMessage(message.replace("KNOWN", KNOWN));
    }
}
