package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.platform.command.Command;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 对账：{@code shiyu.command=reconcile shiyu.city=jieshou}, from a day on with {@code shiyu.from=2026-01-01}. Ends with 0 when the books
 * agree with themselves, with 1 and the first difference when they do not, with 2 when it could not be told. See docs/ledger.md.
 */
@ApplicationScoped
class ReconcileCommand implements Command {

    @ConfigProperty(name = "shiyu.from")
    Optional<String> from;

    @Inject
    CityDirectory cities;

    @Inject
    Reconciliation reconciliation;

    @Inject
    AuditLog log;

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public Uni<Outcome> run(TenantId city) {
        return reconciliation
                .run(cities.byId(city), from.map(LocalDate::parse), System.out::println)
                .call(report -> log.keep(city, report))
                .map(report -> new Outcome(report.isWhole(), report.toString()));
    }
}
