package cn.shiyu.moralbank.settlement;

import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.UUID;

/** Reads statements. Whoever asks must know that the merchant is theirs to see. */
@ApplicationScoped
public class StatementQueries {

    static final int SIZE = 24;

    @Inject
    TenantSql sql;

    /** Of one merchant, newest first. @param before cursor of the page before, or null */
    public Uni<Page<Statement>> of(TenantId tenant, Merchant merchant, String before) {
        return sql.inTx(tenant, connection -> StatementRows.ofAccount(
                        Statements.on(connection), tenant, merchant.account(), month(before), SIZE + 1)
                .map(all -> page(all, last -> last.month().toString())));
    }

    /** With all that is behind it. @param merchant whose it must be @throws Refusal 404 for another's */
    public Uni<StatementView> find(City city, UUID id, Merchant merchant) {
        return sql.inTx(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return StatementRows.find(on, city.id(), id)
                    .map(found -> found.filter(it -> it.account().equals(merchant.account())).orElseThrow(Refusal::notFound))
                    .chain(it -> view(city, on, it, merchant));
        });
    }

    private static Uni<StatementView> view(City city, Statements on, Statement it, Merchant merchant) {
        return StatementRows.lines(on, city.id(), it.account(), it.month())
                .chain(lines -> StatementRows.shares(on, city.id(), it.id()).map(shares -> {
                    byte[] now = StatementDigest.of(city.id(), it.account(), it.month(), it.opening(), it.fenPerPoint(), lines);
                    return new StatementView(city.name(), merchant.name(), it, lines, shares, Arrays.equals(now, it.digest()));
                }));
    }

    private static Page<Statement> page(List<Statement> all, Function<Statement, String> cursor) {
        List<Statement> items = all.stream().limit(SIZE).toList();
        return new Page<>(items, all.size() > SIZE ? cursor.apply(items.get(SIZE - 1)) : null);
    }

    private static YearMonth month(String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
