package io.gradlab.lab2.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PowerLawTest {

    @Test
    void reportBsFiveTestLossesGiveTheSlopeThatIsKnown() {
        PowerLaw law = PowerLaw.fit(List.of(
                new PowerLaw.Point(3750, 0.060229),
                new PowerLaw.Point(7500, 0.037765),
                new PowerLaw.Point(15000, 0.030815),
                new PowerLaw.Point(30000, 0.024652),
                new PowerLaw.Point(60000, 0.020920)));
        assertThat(law.slope()).isCloseTo(-0.367, within(0.0005));
        assertThat(law.slope() - law.halfWidth()).isCloseTo(-0.51, within(0.005));
        assertThat(law.slope() + law.halfWidth()).isCloseTo(-0.22, within(0.005));
        assertThat(law.tenfold()).isCloseTo(0.43, within(0.005));
    }

    @Test
    void anExactLawIsFound() {
        PowerLaw law =
                PowerLaw.fit(List.of(new PowerLaw.Point(1, 8), new PowerLaw.Point(4, 4), new PowerLaw.Point(16, 2)));
        assertThat(law.slope()).isCloseTo(-0.5, within(1e-12));
        assertThat(law.factor()).isCloseTo(8, within(1e-9));
        assertThat(law.at(64)).isCloseTo(1, within(1e-9));
    }

    @Test
    void twoPointsHaveNoInterval() {
        List<PowerLaw.Point> two = List.of(new PowerLaw.Point(1, 8), new PowerLaw.Point(2, 4));
        assertThat(PowerLaw.fit(two).halfWidth()).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> PowerLaw.fit(List.of(two.getFirst())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerLaw.fit(List.of(two.getFirst(), new PowerLaw.Point(2, 0))));
    }
}
