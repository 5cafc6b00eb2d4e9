package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.Surface;
import cn.shiyu.tenancy.TenantId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who × where. */
class StandingTest {

    private static final List<String> CENTRES = List.of("C341282001000", "C341282000000");
    private final Case file = new Case();

    StandingTest() {
        file.centreUnit = "C341282001000";
        file.assign("D-urban-management", List.of("D-police"));
        file.residentId = "resident-1";
    }

    @Test
    void aResidentStandsToTheirOwnCaseOnly() {
        assertThat(Standing.of(resident("resident-1"), file, CENTRES)).containsExactly(Standing.APPELLANT);
        assertThat(Standing.of(resident("resident-2"), file, CENTRES)).isEmpty();
    }

    @Test
    void aDispatcherOfAnotherCentreIsNobodyHere() {
        assertThat(Standing.of(staff("d", new Post("C341282002000", Role.DISPATCHER)), file, CENTRES)).isEmpty();
    }

    @Test
    void anAgentOfTheCentreAboveMayFollowUp() {
        assertThat(Standing.of(staff("a", new Post("C341282000000", Role.FOLLOW_UP_AGENT)), file, CENTRES))
                .containsExactly(Standing.INDEPENDENT_AGENT);
    }

    @Test
    void nobodyFollowsUpWhatTheyHandled() {
        file.touchedBy("a");
        assertThat(Standing.of(staff("a", new Post("C341282000000", Role.FOLLOW_UP_AGENT)), file, CENTRES)).isEmpty();
    }

    @Test
    void nobodyFollowsUpWhatTheirUnitHandles() {
        Caller both = staff(
                "b", new Post("C341282000000", Role.FOLLOW_UP_AGENT), new Post("D-urban-management", Role.LIAISON));
        assertThat(Standing.of(both, file, CENTRES)).isEmpty();
    }

    private static Caller resident(String id) {
        return new Caller(new TenantId("jieshou"), ActorKind.RESIDENT, id, "", Set.of(), Surface.PORTAL);
    }

    private static Caller staff(String login, Post... posts) {
        return new Caller(new TenantId("jieshou"), ActorKind.STAFF, login, login, Set.of(posts), Surface.CONSOLE);
    }
}
