package cn.shiyu.identity;

import cn.shiyu.tenancy.TenantId;
import java.util.Set;
import java.util.UUID;

/** How the kinds of {@link Caller} are made at the edge. */
final class Callers {

    private Callers() {}

    static Caller staff(TenantId city, StaffMember member, Surface surface) {
        return new Caller(city, ActorKind.STAFF, member.login(), member.name(), member.posts(), surface);
    }

    static Caller withoutPost(TenantId city, String login, Surface surface) {
        return new Caller(city, ActorKind.STAFF, login, login, Set.of(), surface);
    }

    static Caller resident(TenantId city, UUID id, Surface surface) {
        return new Caller(city, ActorKind.RESIDENT, id.toString(), "居民", Set.of(), surface);
    }
}
