package cn.shiyu.platform.command;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;

/** Something to do for one city, once; a CDI bean, asked for by {@code shiyu.command} and {@code shiyu.city}. */
public interface Command {

    /** @param words what is printed @param good whether the process ends with 0 (otherwise 1) */
    record Outcome(boolean good, String words) {}

    String name();

    Uni<Outcome> run(TenantId city);
}
