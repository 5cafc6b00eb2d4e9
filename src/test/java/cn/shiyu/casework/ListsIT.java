package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Life;
import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListsIT {

    @Test
    void whatIsOverStandsNewestFirstAndLeavesTheOpenOnes() {
        Phone resident = Phone.in("jieshou");
        String earlier = Life.closed(resident.submits());
        String later = Life.closed(resident.submits());
        String open = Life.accepted(resident.submits());
        String over = Life.DISPATCHER.ask().get("/console?tab=over").asString();
        assertThat(over.indexOf(later)).isPositive().isLessThan(over.indexOf(earlier));
        assertThat(over).doesNotContain(open);
        assertThat(Life.DISPATCHER.ask().get("/console?tab=ACCEPTED").asString()).doesNotContain(later);
    }

    @Test
    void theDatabaseMakesNumbersAsTheCodeDoes() {
        String number = Phone.in("jieshou").submits();
        assertThat(CaseNumber.isValid(number)).isTrue();
        int serial = Integer.parseInt(number.substring(10, 16));
        LocalDate day = LocalDate.parse(number.substring(2, 10), DateTimeFormatter.BASIC_ISO_DATE);
        assertThat(number).isEqualTo(CaseNumber.of("JS", day, serial));
    }

    @Test
    void aBranchOfTopicsOnTheBoardHoldsItsLeavesAndNothingElse() {
        String number = Life.closed(Phone.in("jieshou").submits());
        Life.DISPATCHER.does(number, "publication", "boardSubject", "路灯不亮", "boardText", "东环路北段路灯不亮。");
        assertThat(board("topic=urban")).contains(number);
        assertThat(board("topic=urban.streetlight")).contains(number);
        assertThat(board("topic=urban&kind=REQUEST")).contains(number);
        assertThat(board("topic=urban&kind=PRAISE")).doesNotContain(number);
        assertThat(board("topic=utility")).doesNotContain(number);
        assertThat(board("topic=no-such-topic")).isEmpty();
        assertThat(Ask.in("liaocheng").get("/mini/v1/board?topic=urban").asString()).doesNotContain(number);
    }

    private static List<String> board(String query) {
        return Ask.in("jieshou").get("/mini/v1/board?" + query).then().statusCode(200).extract().path("items.number");
    }
}
