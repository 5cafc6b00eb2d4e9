package cn.shiyu.dev.demo;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.DemoSubjects;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.Surface;
import cn.shiyu.organisation.UnitDirectory;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Who plays whom: the city's own staff where somebody holds the post, otherwise a colleague who is not on the list. */
record DemoCast(City city, UnitDirectory units, ResidentFlow residents) {

    Caller dispatcher(String region) {
        return staff(centre(region), Role.DISPATCHER);
    }

    Caller agent(String region) {
        String at = units.nextOccupiedCentre(centre(region), Role.FOLLOW_UP_AGENT).code();
        return staff(at, Role.FOLLOW_UP_AGENT);
    }

    Caller handler(String unit) {
        return staff(unit, Role.HANDLER);
    }

    String centre(String region) {
        return units.nextOccupiedCentre(units.centreOf(region).code(), Role.DISPATCHER).code();
    }

    Optional<String> above(String centre) {
        return units.centreAbove(centre)
                .map(unit -> units.nextOccupiedCentre(unit.code(), Role.DISPATCHER).code());
    }

    Caller staff(String unit, Role role) {
        return units.staffOf(unit).stream()
                .filter(member -> member.holds(role, unit))
                .findFirst()
                .map(member -> new Caller(
                        city.id(),
                        ActorKind.STAFF,
                        member.login(),
                        member.name(),
                        Set.copyOf(member.posts()),
                        Surface.CONSOLE))
                .orElseGet(() -> new Caller(
                        city.id(),
                        ActorKind.STAFF,
                        "demo-" + unit.toLowerCase(),
                        "值班员",
                        Set.of(new Post(unit, role)),
                        Surface.CONSOLE));
    }

    /** Every eighth message is one of the two residents whose accounts are printed at the start. */
    Uni<Caller> resident(int index) {
        String login = index % 8 == 0 ? "resident1" : index % 8 == 4 ? "resident2" : "neighbour" + index % 40;
        return residents.ofSubject(city.id(), DemoSubjects.of(city.id(), login).toString())
                .map(id -> new Caller(
                        city.id(),
                        ActorKind.RESIDENT,
                        id.toString(),
                        "居民",
                        Set.of(),
                        index % 3 == 0 ? Surface.MINI_PROGRAM : Surface.PORTAL));
    }
}
