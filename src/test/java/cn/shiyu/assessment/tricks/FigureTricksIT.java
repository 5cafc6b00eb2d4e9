package cn.shiyu.assessment.tricks;

import static cn.shiyu.casework.RatingLevel.DISSATISFIED;
import static cn.shiyu.casework.RatingLevel.VERY_DISSATISFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import cn.shiyu.assessment.exclusion.ExclusionFlow;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.support.Databases;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tricks with the figures themselves: what each does to them. What happens after a month is sealed is told by {@code MonthIT}. */
@QuarkusTest
class FigureTricksIT extends Scene {

    @Inject
    ExclusionFlow exclusions;

    @Test
    void t52AskingThatABadAnswerBeLeftOutLeavesItInUntilSomebodyElseAgrees() throws SQLException {
        Matter it = finished();
        called(it, said(DISSATISFIED));
        int seq = seq(it, "CaseFollowedUp");
        assertThat(effect(() -> take(() -> exclusions.ask(city, HANDLER, wish(it.id, seq))))).isEmpty();
    }

    @Test
    void t53AgreeingThatOnesOwnBeLeftOutIsRefused() throws SQLException {
        Matter it = finished();
        called(it, said(DISSATISFIED));
        int seq = seq(it, "CaseFollowedUp");
        UUID id = take(() -> exclusions.ask(city, HANDLER, wish(it.id, seq)));
        Caller both = staff("both", new Post(OURS, Role.HANDLER), new Post(CENTRE, Role.ASSESSOR));
        assertThat(effect(() -> refused("not-allowed", () -> exclusions.decide(city, both, id, true, "自己同意")))).isEmpty();
    }

    @Test
    void t54AskingThatOthersGoodAnswersBeLeftOutIsNotKnownOf() throws SQLException {
        Matter it = finished();
        called(it, said(DISSATISFIED));
        int seq = seq(it, "CaseFollowedUp");
        assertThat(effect(() -> refused("not-found", () -> exclusions.ask(city, OTHERS, wish(it.id, seq))))).isEmpty();
    }

    @Test
    void t55LeavingTheCallOutByAgreementLeavesTheResidentsOwnRatingOutOfItTooAndNothingElse() throws SQLException {
        Matter it = finished();
        called(it, said(DISSATISFIED));
        int seq = seq(it, "CaseFollowedUp");
        UUID id = take(() -> exclusions.ask(city, HANDLER, wish(it.id, seq)));
        assertThat(effect(() -> take(() -> exclusions.decide(city, ASSESSOR, id, true, "确属派错").map(done -> true))))
                .containsOnly(entry("answered", -1L), entry("followed_up", -1L), entry("responded", -1L), entry("dissatisfied", -1L));
    }

    @Test
    void t56ChangingDeletingOrInventingWhatHappenedIsNotInTheApplicationsPower() throws SQLException {
        Matter it = finished();
        called(it, said(VERY_DISSATISFIED));
        for (String change : new String[] {
            "update event set payload = replace(payload, 'VERY_DISSATISFIED', 'VERY_SATISFIED') where stream_id = '" + it.id + "'",
            "delete from event where stream_id = '" + it.id + "'",
            "update assessment_exclusion set tenant_id = 'liaocheng'"
        }) {
            try (Connection application = Databases.asApplicationIn("jieshou"); Statement statement = application.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change)).as(change).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void t57SayingWhenItHappenedIsNotInAnybodysPower() throws SQLException {
        Matter it = finished();
        assertThat(column("select count(*) from event where tenant_id = 'jieshou' and stream_id = '" + it.id + "' and occurred_at > '" + now() + "'")).isEqualTo("0");
        assertThat(column("select count(*) from event where tenant_id = 'jieshou' and stream_id = '" + it.id + "' and occurred_at = '" + now() + "'"))
                .as("the moment is the clock's, no form and no JSON carries one").isEqualTo("1");
    }

    private static ExclusionFlow.Wish wish(UUID stream, int seq) {
        return new ExclusionFlow.Wish(stream, seq, "WRONG_DISPATCH", "派遣有误");
    }

    private static int seq(Matter it, String type) throws SQLException {
        return Integer.parseInt(column("select max(seq) from event where tenant_id = 'jieshou' and stream_id = '" + it.id + "' and type = '" + type + "'"));
    }

    private static String column(String query) throws SQLException {
        try (Connection superuser = Databases.asSuperuser()) {
            return Databases.column(superuser, query).get(0);
        }
    }
}
