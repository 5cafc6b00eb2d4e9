package cn.shiyu.casework;

import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.search.SearchTerms;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs a search: in more and more months, newest first, and no longer than a request should take. */
@ApplicationScoped
class CaseSearch {

    /** Before every case of its moment. */
    private static final UUID NO_CASE = new UUID(0, 0);

    @Inject
    TenantSql sql;

    /** After this long no further months are begun; the page then says how far it got. */
    @ConfigProperty(name = "shiyu.search.patience", defaultValue = "1s")
    Duration patience;

    /**
     * Some lines of a list.
     *
     * @param next where to go on, null when everything has been searched. It may be given although few or no lines were found
     */
    record Found(List<Line> lines, KeysetCursor next) {
        <T> Page<T> page(Function<Line, T> item) {
            return new Page<>(lines.stream().map(item).toList(), next == null ? null : next.text());
        }
    }

    /** In a list that is short by its nature, e.g. what is open at one unit: all of it at once. */
    Uni<Found> inAll(TenantId tenant, SearchTerms terms, SearchSql search, KeysetCursor after, int page) {
        return sql.inTx(tenant, connection -> {
            Statements statements = Statements.on(connection);
            SearchSql.Statement query = search.of(terms, null, after, page + 1);
            return enter(statements, tenant, terms)
                    .chain(() -> statements.select(query.text(), query.arguments()))
                    .map(lines -> found(lines, page, null));
        });
    }

    /** In a list of years. */
    Uni<Found> inMonths(TenantId tenant, SearchTerms terms, SearchSql search, KeysetCursor after, int page) {
        return sql.inTx(tenant, connection -> {
            Statements statements = Statements.on(connection);
            return statements.select(SearchSql.EXTENT, tenant.value(), search.part().name()).chain(extent -> {
                if (extent.get(0).missing(0)) {
                    return Uni.createFrom().item(new Found(List.of(), null));
                }
                Instant newest = after == null ? extent.get(0).instant(1) : newest(after);
                Walk walk = new Walk(statements, terms, search, after, page, extent.get(0).instant(0));
                return enter(statements, tenant, terms).chain(() -> walk.step(SearchSpan.from(newest)));
            });
        });
    }

    /** Where a month was searched to its beginning, the one before is next. */
    private static Instant newest(KeysetCursor after) {
        return after.id().equals(NO_CASE) ? after.at().minusMillis(1) : after.at();
    }

    private static Uni<List<Line>> enter(Statements statements, TenantId tenant, SearchTerms terms) {
        return statements.select(SearchSql.entry(terms), SearchSql.entryArguments(tenant.value(), terms));
    }

    /** The last two columns are where a line stands. */
    private static Found found(List<Line> lines, int page, KeysetCursor next) {
        if (lines.size() <= page) {
            return new Found(lines, next);
        }
        Line last = lines.get(page - 1);
        int columns = last.values().length;
        return new Found(lines.subList(0, page), new KeysetCursor(last.instant(columns - 2), last.uuid(columns - 1)));
    }

    /** One request's way back in time. */
    private final class Walk {
        private final Statements statements;
        private final SearchTerms terms;
        private final SearchSql search;
        private final KeysetCursor after;
        private final int page;
        private final Instant oldest;
        private final List<Line> lines = new ArrayList<>();
        private final long began = System.nanoTime();

        Walk(Statements statements, SearchTerms terms, SearchSql search, KeysetCursor after, int page, Instant oldest) {
            this.statements = statements;
            this.terms = terms;
            this.search = search;
            this.after = after;
            this.page = page;
            this.oldest = oldest;
        }

        Uni<Found> step(SearchSpan span) {
            long start = System.nanoTime();
            SearchSql.Statement query = search.of(terms, span, after, page + 1 - lines.size());
            return statements.select(query.text(), query.arguments()).chain(more -> {
                lines.addAll(more);
                return on(span, (System.nanoTime() - start) / 1_000_000);
            });
        }

        private Uni<Found> on(SearchSpan span, long tookMillis) {
            if (lines.size() > page || span.reaches(oldest)) {
                return Uni.createFrom().item(found(lines, page, null));
            }
            if (System.nanoTime() - began > patience.toNanos()) {
                return Uni.createFrom().item(found(lines, page, new KeysetCursor(span.begin(), NO_CASE)));
            }
            return step(span.before(tookMillis));
        }
    }
}
