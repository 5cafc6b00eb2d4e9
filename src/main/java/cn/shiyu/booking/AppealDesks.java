package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.StaffDirectory;
import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Who decides about a no-show: the clerks of the unit, not the one who was kept waiting. Where a unit has no clerk, whoever was booked does:
 * else nobody would.
 */
@ApplicationScoped
class AppealDesks {

    @Inject
    StaffDirectory staff;

    boolean decides(Caller caller, Bookable bookable) {
        if (!caller.isStaff()) {
            return false;
        }
        return !bookable.confidential() && hasClerk(caller.tenant(), bookable.unit())
                ? caller.holds(Role.WINDOW_CLERK, bookable.unit())
                : caller.id().equals(bookable.login());
    }

    private boolean hasClerk(TenantId tenant, String unit) {
        return unit != null && staff.of(tenant).stream().anyMatch(member -> member.holds(Role.WINDOW_CLERK, unit));
    }

    /** Units at which the caller is a clerk. */
    String[] own(Caller caller) {
        return caller.posts().stream()
                .filter(post -> post.role() == Role.WINDOW_CLERK)
                .map(Post::unit)
                .toArray(String[]::new);
    }

    /** Units that have a clerk. */
    String[] all(TenantId tenant) {
        return staff.of(tenant).stream()
                .flatMap(member -> member.posts().stream())
                .filter(post -> post.role() == Role.WINDOW_CLERK)
                .map(Post::unit)
                .distinct()
                .toArray(String[]::new);
    }
}
