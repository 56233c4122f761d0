package io.gradlab.grader.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks change, zones differ; a deadline is a point in time all the same. */
class DeadlineTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-02 23:59, Europe/Berlin, 2026-11-02T22:59:00Z",
        "2026-07-02 23:59, Europe/Berlin, 2026-07-02T21:59:00Z",
        "2026-11-02T23:59:30, America/New_York, 2026-11-03T04:59:30Z",
        "2026-11-02 23:59, Asia/Kolkata, 2026-11-02T18:29:00Z",
        "2026-11-02T23:59:00Z, Europe/Berlin, 2026-11-02T23:59:00Z",
        "2026-11-02 23:59:00.500 +05:00, Europe/Berlin, 2026-11-02T18:59:00.500Z"
    })
    void isReadOnTheClocksOfItsZone(String text, String zone, Instant expected) {
        assertThat(CourseTime.deadline(text, ZoneId.of(zone)).toInstant()).isEqualTo(expected);
        assertThat(CourseTime.submitted(text, ZoneId.of(zone))).isEqualTo(expected);
    }

    @Test
    void whatTheClocksShowTwiceIsTakenForTheStudent() {
        assertThat(CourseTime.deadline("2026-10-25 02:30", BERLIN).toInstant())
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(CourseTime.submitted("2026-10-25 02:30", BERLIN)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void whatTheClocksSkipIsRefused() {
        assertThatThrownBy(() -> CourseTime.deadline("2026-03-29 02:30", BERLIN))
                .hasMessage(
                        "is 2026-03-29 02:30, which the clocks of Europe/Berlin skip as summer time begins; write an"
                                + " hour later or earlier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29 23:59", "2026-11-02", "02.11.2026 23:59", "2026-11-02 24:00", "soon"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> CourseTime.deadline(text, BERLIN))
                .hasMessage("is no point in time: \"" + text + "\"; write it like 2026-11-02 23:59");
    }

    @ParameterizedTest
    @CsvSource({
        // deadline, submitted, days
        "2026-11-02 23:59, 2026-11-02 23:59, 0",
        "2026-11-02 23:59, 2026-11-03 00:29, 0",
        "2026-11-02 23:59, 2026-11-03 00:29:01, 1",
        "2026-11-02 23:59, 2026-11-04 00:29, 1",
        "2026-11-02 23:59, 2026-11-04 00:29:01, 2",
        "2026-11-02 23:59, 2027-11-02 23:59, 365",
        "2026-11-02 23:59, 2020-01-01 00:00, 0",
        // the night that has an hour more: 24 hours and 29 minutes after the deadline it is 23:28 on the next day
        "2026-10-24 23:59, 2026-10-26 00:29, 1",
        "2026-10-24 23:59, 2026-10-26 00:29:01, 2",
        // the night that has an hour less
        "2026-03-28 23:59, 2026-03-30 00:29, 1",
        "2026-03-28 23:59, 2026-03-30 00:29:01, 2"
    })
    void startedDaysEndWhenTheClockShowsTheSameTime(String deadline, String submitted, int days) {
        LatePolicy policy = new LatePolicy(30, BigDecimal.TEN, 3);

        assertThat(policy.daysLate(CourseTime.deadline(deadline, BERLIN), CourseTime.submitted(submitted, BERLIN)))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"10, 3, 0, 0", "10, 3, 1, 10", "10, 3, 3, 30", "10, 3, 4, 100", "60, 9, 2, 100", "10, 0, 1, 100"})
    void everyStartedDayCostsUntilNothingIsLeft(BigDecimal percent, int most, int days, BigDecimal penalty) {
        assertThat(new LatePolicy(0, percent, most).penalty(days)).isEqualByComparingTo(penalty);
    }

    @Test
    void withoutAPolicyLatenessIsFree() {
        assertThat(LatePolicy.FREE.penalty(100)).isZero();
    }
}
