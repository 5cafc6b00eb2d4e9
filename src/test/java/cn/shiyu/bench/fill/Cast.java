package cn.shiyu.bench.fill;

import cn.shiyu.category.Category;
import cn.shiyu.category.CategoryTree;
import cn.shiyu.category.CategoryTrees;
import cn.shiyu.clock.TestCalendars;
import cn.shiyu.clock.WorkCalendar;
import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.StaffMember;
import cn.shiyu.identity.Surface;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TestCities;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who and what the generated cases are about: the city as its tenant file has it. */
final class Cast {

    /** Code and name of a division in which residents live. */
    record Place(String code, String name) {}

    static final String CENTRE = "C341282000000";

    final City city = TestCities.jieshou();
    final WorkCalendar calendar = TestCalendars.fresh().of(city);
    final List<Category> topics;
    final List<Place> places;
    final Caller dispatcher;
    final Caller agent;
    private final Map<String, Caller> handlers = new HashMap<>();

    Cast(List<Place> places) {
        this.places = places;
        CategoryTree tree = CategoryTrees.of(city);
        this.topics = tree.all().stream()
                .filter(topic -> tree.isLeaf(topic.code()) && !topic.leads().isEmpty())
                .toList();
        this.dispatcher = member(Role.DISPATCHER);
        this.agent = member(Role.FOLLOW_UP_AGENT);
        for (StaffMember member : staff()) {
            for (Post post : member.posts()) {
                if (post.role() == Role.HANDLER) {
                    handlers.putIfAbsent(post.unit(), caller(member));
                }
            }
        }
    }

    Caller handlerOf(String unit) {
        return handlers.getOrDefault(unit, dispatcher);
    }

    Caller resident(String id) {
        return new Caller(city.id(), ActorKind.RESIDENT, id, "居民", Set.of(), Surface.MINI_PROGRAM);
    }

    private Caller member(Role role) {
        return staff().stream()
                .filter(member -> member.holds(role, CENTRE))
                .findFirst()
                .map(this::caller)
                .orElseThrow();
    }

    private List<StaffMember> staff() {
        return List.of(city.section("staff", StaffMember[].class));
    }

    private Caller caller(StaffMember member) {
        return new Caller(city.id(), ActorKind.STAFF, member.login(), member.name(), member.posts(), Surface.CONSOLE);
    }
}
