package cn.shiyu.organisation.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.identity.Post;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.UnitDirectory;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.platform.web.StaffFrame;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who sits at the console: the caller as staff, their units, and the frame of their pages. */
@RequestScoped
public class StaffDesk {

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentCity city;

    @Inject
    Units units;

    @Inject
    RoutingContext request;

    @All
    @Inject
    List<ConsolePlace> places;

    /** @throws Refusal 403 for residents, 401 for nobody: this is for staff */
    public Caller caller() {
        Caller asking = caller.get();
        if (asking.isStaff()) {
            return asking;
        }
        throw asking.isResident()
                ? new Refusal(403, "staff-only", "这里只对工作人员开放,请用工作账号登录。")
                : Refusal.notSignedIn();
    }

    /** Units where the caller holds a post: centres first, then by code. */
    public List<Unit> units() {
        UnitDirectory directory = units.of(city.get());
        return caller().posts().stream()
                .map(Post::unit)
                .distinct()
                .map(directory::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Unit::kind).thenComparing(Unit::code))
                .toList();
    }

    public StaffFrame frame() {
        Caller staff = caller();
        Optional<Unit> unit = units().stream().findFirst();
        return new StaffFrame(staff.name(), unit.map(Unit::name).orElse(""), roles(staff, unit), nav(staff));
    }

    private static String roles(Caller staff, Optional<Unit> unit) {
        return staff.posts().stream()
                .filter(post -> unit.isPresent() && post.unit().equals(unit.get().code()))
                .map(Post::role)
                .sorted()
                .map(role -> Messages.get("console.role." + role))
                .findFirst()
                .orElse("");
    }

    /** The item that leads nearest to the page at hand is the current one: /console is above all others. */
    private List<NavItem> nav(Caller staff) {
        String path = request.request().path();
        List<NavItem> items = places.stream()
                .sorted(Comparator.comparingInt(ConsolePlace::order))
                .flatMap(place -> place.of(staff).stream())
                .toList();
        String nearest = items.stream()
                .filter(item -> item.on(path).current())
                .map(NavItem::href)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return items.stream().map(item -> item.on(nearest.equals(item.href()) ? path : "")).toList();
    }
}
