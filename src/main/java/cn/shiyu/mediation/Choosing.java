package cn.shiyu.mediation;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** The table {@code mediation_choice}: whom one side proposes, in order. */
final class Choosing {

    static final int MOST = 3;

    private static final String ADD = """
            insert into mediation_choice (tenant_id, mediation_id, round, place, side, mediator) values ($1, $2, $3, $4, $5, $6)""";
    private static final String ALL = """
            select mediator from mediation_choice where tenant_id = $1 and mediation_id = $2 and round = $3 order by place""";

    private Choosing() {}

    /** What was chosen, each once, in order. @throws cn.shiyu.platform.problem.Refusal 422 {@code mediators} */
    static List<String> checked(MediationSettings settings, List<String> typed) {
        List<String> chosen = new LinkedHashSet<>(typed == null ? List.<String>of() : typed)
                .stream().filter(login -> login != null && !login.isBlank()).toList();
        if (chosen.isEmpty()) {
            throw MediationRefusals.field("mediators", "empty.mediators");
        }
        if (chosen.size() > MOST) {
            throw MediationRefusals.field("mediators", "tooMany", MOST);
        }
        if (chosen.stream().anyMatch(login -> settings.mediator(login).isEmpty())) {
            throw MediationRefusals.field("mediators", "mediator");
        }
        return chosen;
    }

    static Uni<Void> add(Statements sql, TenantId tenant, UUID id, int round, Side side, List<String> mediators) {
        List<Object[]> rows = java.util.stream.IntStream.range(0, mediators.size())
                .mapToObj(i -> new Object[] {tenant.value(), id, round, i + 1, side.name(), mediators.get(i)})
                .toList();
        return sql.batch(ADD, rows);
    }

    /** In the order in which they are wanted. */
    static Uni<List<String>> of(Statements sql, TenantId tenant, UUID id, int round) {
        return sql.select(ALL, tenant.value(), id, round)
                .map(lines -> lines.stream().map(line -> line.text(0)).toList());
    }
}
