package cn.shiyu.identity;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Who asks, ready at once: what had to be looked up was looked up while signing in. */
@RequestScoped
public class CurrentCaller {

    @Inject
    SecurityIdentity identity;

    @Inject
    CurrentCity city;

    @Inject
    CurrentVertxRequest request;

    /**
     * The caller; {@link Caller#anyone} where nobody signed in.
     *
     * @throws CallerUnknown when somebody signed in and the database, which knows who that is, is away
     */
    public Caller get() {
        Throwable away = identity.getAttribute(KnownCallers.UNKNOWN_BECAUSE);
        if (away != null) {
            throw new CallerUnknown(away);
        }
        Caller known = identity.getAttribute(KnownCallers.CALLER);
        return known != null ? known : Caller.anyone(city.id(), Surfaces.of(request.getCurrent()));
    }

    /** @throws Refusal 403 for staff, 401 for nobody: this is for residents */
    public Caller resident() {
        Caller caller = get();
        if (caller.isResident()) {
            return caller;
        }
        throw caller.isStaff()
                ? new Refusal(403, "residents-only", "这里只对居民开放,请用居民账号登录。")
                : Refusal.notSignedIn();
    }
}
