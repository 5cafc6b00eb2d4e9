package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CaseNumberTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void namesCityDayAndPlaceInTheDay() {
        assertThat(CaseNumber.of("JS", DAY, 17)).startsWith("JS20261123000017").hasSize(17);
    }

    @Test
    void forgivesHowPeopleTypeIt() {
        String number = CaseNumber.of("JS", DAY, 17);
        String typed = number.toLowerCase().substring(0, 2) + " " + number.substring(2, 10) + "-" + number.substring(10);
        assertThat(CaseNumber.normalise(typed)).isEqualTo(number);
    }

    @Property
    void isValidAsMade(@ForAll @IntRange(min = 1, max = 999_999) int serial) {
        assertThat(CaseNumber.isValid(CaseNumber.of("LC", DAY, serial))).isTrue();
    }

    @Property
    void noticesOneWrongDigit(
            @ForAll @IntRange(min = 1, max = 999_999) int serial,
            @ForAll @IntRange(min = 2, max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] number = CaseNumber.of("LC", DAY, serial).toCharArray();
        number[place] = (char) ('0' + (number[place] - '0' + by) % 10);
        assertThat(CaseNumber.isValid(new String(number))).isFalse();
    }
}
