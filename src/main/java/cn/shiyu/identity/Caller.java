package cn.shiyu.identity;

import cn.shiyu.tenancy.TenantId;
import java.util.Set;

/**
 * Who asks, from where, in which city. Made once at the edge from the session, then passed down; flows and queries trust
 * nothing else.
 *
 * @param id staff: the login name; resident: the resident's id (UUID); system: the job's name; import: code of
 *     the source; partner: the partner's id (UUID); anyone: empty
 * @param name how the person is shown to others; for residents never their real name
 */
public record Caller(TenantId tenant, ActorKind kind, String id, String name, Set<Post> posts, Surface surface) {

    public static Caller system(TenantId tenant, String job) {
        return new Caller(tenant, ActorKind.SYSTEM, job, "系统", Set.of(), Surface.SYSTEM);
    }

    /** @param source code of the system from which records are brought in @param name as people call it */
    public static Caller source(TenantId tenant, String source, String name) {
        return new Caller(tenant, ActorKind.IMPORT, source, name, Set.of(), Surface.IMPORT);
    }

    /** @param id of the partner, the same over all its keys @param name of the organisation */
    public static Caller partner(TenantId tenant, String id, String name) {
        return new Caller(tenant, ActorKind.PARTNER, id, name, Set.of(), Surface.OPEN_API);
    }

    public static Caller anyone(TenantId tenant, Surface surface) {
        return new Caller(tenant, ActorKind.ANYONE, "", "", Set.of(), surface);
    }

    public boolean isResident() {
        return kind == ActorKind.RESIDENT;
    }

    public boolean isStaff() {
        return kind == ActorKind.STAFF;
    }

    public boolean holds(Role role) {
        return posts.stream().anyMatch(post -> post.role() == role);
    }

    public boolean holds(Role role, String unit) {
        return posts.contains(new Post(unit, role));
    }

    /** Whether they hold a post of the pipeline of cases at the unit: whoever only gives advice there sees none of its cases. */
    public boolean worksAt(String unit) {
        return posts.stream()
                .anyMatch(post -> post.unit().equals(unit) && post.role().worksOnCases());
    }

    /** Whether any of their posts has a part in the pipeline of cases. */
    public boolean worksOnCases() {
        return posts.stream().anyMatch(post -> post.role().worksOnCases());
    }
}
