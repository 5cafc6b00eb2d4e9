package cn.shiyu.notify;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A resident's own notices, newest first. */
@ApplicationScoped
public class NoticeQueries {

    private static final int PAGE = 20;
    private static final UUID LAST = new UUID(-1, -1);
    private static final String OWN = """
            select notice_id, words, link, at, read_at from notice
            where tenant_id = $1 and resident_id = $2 and notice_id < $3 order by notice_id desc limit $4""";
    private static final String NEW =
            "select count(*) from (select 1 from notice where tenant_id = $1 and resident_id = $2 and read_at is null limit 100) n";
    private static final String READ =
            "update notice set read_at = $3 where tenant_id = $1 and resident_id = $2 and read_at is null and notice_id <= $4";

    @Inject
    TenantSql sql;

    @Inject
    Clock clock;

    /** A page; what it shows counts as read from then on. @param after the last of the page before, or null */
    public Uni<Page<Notice>> read(Caller resident, String after) {
        UUID own = UUID.fromString(resident.id());
        return sql.inTx(resident.tenant(), connection -> {
            Statements statements = Statements.on(connection);
            return statements
                    .select(OWN, resident.tenant().value(), own, cursor(after), PAGE + 1)
                    .map(NoticeQueries::page)
                    .call(page -> page.items().isEmpty()
                            ? Uni.createFrom().voidItem()
                            : statements.update(
                                    READ, resident.tenant().value(), own, clock.instant(), page.items().get(0).id()));
        });
    }

    /** How many nobody has looked at yet; 100 stands for more. */
    public Uni<Integer> unread(Caller resident) {
        return sql.inTx(resident.tenant(), connection -> Statements.on(connection)
                .first(NEW, resident.tenant().value(), UUID.fromString(resident.id()))
                .map(found -> found.orElseThrow().number(0)));
    }

    private static Page<Notice> page(List<Line> lines) {
        List<Notice> items = lines.stream()
                .limit(PAGE)
                .map(line -> new Notice(
                        line.uuid(0), line.text(1), line.text(2), line.instant(3), line.missing(4) ? null : line.instant(4)))
                .toList();
        return new Page<>(items, lines.size() > PAGE ? items.get(PAGE - 1).id().toString() : null);
    }

    private static UUID cursor(String after) {
        try {
            return after == null || after.isBlank() ? LAST : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
