package cn.shiyu.counselling;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Talks to look at: one's own, and those a counsellor has. There is no other list, and no search. */
@ApplicationScoped
public class ThreadQueries {

    private static final int PAGE = 20;
    private static final String FROM = "from counselling_thread where tenant_id = $1 and thread_id = $4)";

    private static final String OWN = CounsellingThread.COLUMNS + " and resident_digest = $2";
    private static final String OWN_ORDER = " order by opened_at desc, thread_id desc limit $3";
    private static final String OWN_AFTER = " and (opened_at, thread_id) < (select opened_at, thread_id " + FROM;

    // Danger first, then what is due first.
    private static final String WAITING = CounsellingThread.COLUMNS + " and counsellor = $2 and status = 'WAITING'";
    private static final String WAITING_ORDER = " order by (not urgent), due_at, thread_id limit $3";
    private static final String WAITING_AFTER = " and ((not urgent), due_at, thread_id) > (select (not urgent), due_at, thread_id " + FROM;

    private static final String HAD = CounsellingThread.COLUMNS + " and counsellor = $2 and status = '";
    private static final String HAD_ORDER = " order by moved_at desc, thread_id desc limit $3";
    private static final String HAD_AFTER = " and (moved_at, thread_id) < (select moved_at, thread_id " + FROM;

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    CounsellingSight sight;

    @Inject
    ThreadViews views;

    @Inject
    CounsellingWords words;

    @Inject
    Vault vault;

    /** A resident's own, newest first. @param after id of the last one of the page before, or null */
    public Uni<Page<ThreadView>> own(Caller resident, String after) {
        return page(resident, OWN, OWN_ORDER, OWN_AFTER, vault.whose(resident), after);
    }

    /** What waits for the counsellor: danger first, then what is due first. @throws Refusal 403 for who is none */
    public Uni<Page<ThreadView>> waiting(Caller counsellor, String after) {
        CounsellingSight.refuseUnlessCounsellor(counsellor);
        return page(counsellor, WAITING, WAITING_ORDER, WAITING_AFTER, counsellor.id(), after);
    }

    /** What the counsellor has in another state, the last moved first. @throws Refusal 403 for who is none */
    public Uni<Page<ThreadView>> had(Caller counsellor, CounsellingStatus status, String after) {
        CounsellingSight.refuseUnlessCounsellor(counsellor);
        return page(counsellor, HAD + status + "'", HAD_ORDER, HAD_AFTER, counsellor.id(), after);
    }

    private Uni<Page<ThreadView>> page(
            Caller caller, String select, String order, String next, Object who, String after) {
        City city = cities.byId(caller.tenant());
        boolean begins = after == null || after.isBlank();
        List<Object> arguments = new ArrayList<>(List.of(caller.tenant().value(), who, PAGE + 1));
        if (!begins) {
            arguments.add(id(after));
        }
        return sql.inTx(caller.tenant(), connection -> Statements.on(connection)
                .select(select + (begins ? "" : next) + order, arguments.toArray())
                .map(lines -> page(city, lines)));
    }

    private Page<ThreadView> page(City city, List<Line> lines) {
        List<ThreadView> items = lines.stream()
                .limit(PAGE)
                .map(line -> views.listed(city, CounsellingThread.of(line)))
                .toList();
        return new Page<>(items, lines.size() > PAGE ? items.get(PAGE - 1).id().toString() : null);
    }

    /** With all that was said. @throws Refusal 404 for everybody but the two */
    public Uni<ThreadView> one(Caller caller, UUID id) {
        City city = cities.byId(caller.tenant());
        return sql.inTx(caller.tenant(), connection -> {
            Statements on = Statements.on(connection);
            return CounsellingThreads.find(on, city.id(), id)
                    .map(found -> found.orElseThrow(Refusal::notFound))
                    .chain(it -> {
                        CounsellingStanding standing = sight.standing(caller, it);
                        return words.of(on, city.id(), id).map(said -> views.whole(city, it, standing, said));
                    });
        });
    }

    /** Of the person alone, to take along. @throws Refusal 404 for everybody else, the counsellor too */
    public Uni<ThreadView> mine(Caller resident, UUID id) {
        if (!resident.isResident()) {
            throw Refusal.notFound();
        }
        return one(resident, id);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
