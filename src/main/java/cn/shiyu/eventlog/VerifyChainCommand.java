package cn.shiyu.eventlog;

import cn.shiyu.platform.command.Command;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** {@code shiyu.command=verify-chain shiyu.city=jieshou}: prints the report; fails when the chain is broken. */
@ApplicationScoped
class VerifyChainCommand implements Command {

    @Inject
    ChainVerification verification;

    @Override
    public String name() {
        return "verify-chain";
    }

    @Override
    public Uni<Outcome> run(TenantId city) {
        return verification.verify(city).map(report -> new Outcome(report.isWhole(), report.toString()));
    }
}
