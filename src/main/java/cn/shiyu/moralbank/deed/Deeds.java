package cn.shiyu.moralbank.deed;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code good_deed}, {@code deed_vote}, {@code deed_photo}. */
final class Deeds {

    private static final String WHERE = " where tenant_id = $1 and deed_id = $2";
    private static final String FIND = Deed.COLUMNS + " and deed_id = $2";
    private static final String LOCK = FIND + " for no key update";
    private static final String BY_CLAIM = Deed.COLUMNS + " and claim_digest = $2 for no key update";
    private static final String ADD = """
            insert into good_deed (tenant_id, deed_id, kind, region_code, unit_code, done_on, words_sealed, teller, doer, own, phone_digest,
              claim_digest, claim_until, status, told_at, words_digest)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)""";
    private static final String TOLD = """
            select count(*) from good_deed where tenant_id = $1 and teller = $2 and told_at > $3""";
    private static final String MOVE = "update good_deed set status = $3" + WHERE;
    private static final String CLAIMED =
            "update good_deed set status = $3, doer = $4, claim_digest = null, phone_digest = null, claim_until = null" + WHERE;
    private static final String WRONG = "update good_deed set claim_tries = claim_tries + 1" + WHERE;
    private static final String DECIDED = """
            update good_deed set status = $3, reviewed_at = $4, reason_sealed = $5, appeal_until = $6, grant_state = $7, grant_after = $4"""
            + WHERE;
    private static final String APPEAL = "update good_deed set status = 'APPEALED', appeal_sealed = $3" + WHERE;
    private static final String ANSWER = "update good_deed set status = $3, answer_sealed = $4, grant_state = $5, grant_after = $6" + WHERE;
    private static final String GRANTED = """
            update good_deed set grant_state = 'DONE', award_id = $3, points = $4, capped = $5, grant_trouble = null""" + WHERE;
    private static final String TROUBLE = "update good_deed set grant_trouble = $3, grant_after = $4" + WHERE;
    private static final String DUE = Deed.COLUMNS + """
             and grant_state = 'DUE' and grant_after <= $2 order by grant_after limit 1 for no key update skip locked""";
    private static final String UNCLAIMED = Deed.COLUMNS + """
             and status = 'CLAIMING' and claim_until <= $2 order by claim_until limit 100 for no key update skip locked""";
    private static final String VOTE = """
            insert into deed_vote (tenant_id, deed_id, member, vote, reason_sealed, voted_at) values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing""";
    private static final String VOTES = "select member, vote, reason_sealed from deed_vote where tenant_id = $1 and deed_id = $2 order by voted_at, member";
    private static final String PHOTO = """
            insert into deed_photo (tenant_id, deed_id, file_id, sm3) values ($1, $2, $3, $4)""";

    private Deeds() {}

    /** One vote as it was given. @param reason sealed, null unless refused */
    record Vote(String member, String vote, byte[] reason) {}

    static Uni<Optional<Deed>> find(Statements sql, TenantId tenant, UUID id) {
        return sql.first(FIND, tenant.value(), id).map(found -> found.map(Deed::of));
    }

    static Uni<Optional<Deed>> lock(Statements sql, TenantId tenant, UUID id) {
        return sql.first(LOCK, tenant.value(), id).map(found -> found.map(Deed::of));
    }

    static Uni<Optional<Deed>> byClaim(Statements sql, TenantId tenant, byte[] digest) {
        return sql.first(BY_CLAIM, tenant.value(), digest).map(found -> found.map(Deed::of));
    }

    static Uni<Integer> add(Statements sql, TenantId tenant, Deed it, byte[] wordsDigest) {
        return sql.update(
                ADD, tenant.value(), it.id(), it.kind(), it.region(), it.unit(), it.doneOn(), it.words(), it.teller(), it.doer(), it.own(),
                it.phone(), it.claim(), it.claimUntil(), it.status().name(), it.toldAt(), wordsDigest);
    }

    static Uni<Integer> told(Statements sql, TenantId tenant, UUID teller, Instant since) {
        return sql.first(TOLD, tenant.value(), teller, since).map(line -> line.orElseThrow().number(0));
    }

    static Uni<Integer> move(Statements sql, TenantId tenant, UUID id, DeedStatus to) {
        return sql.update(MOVE, tenant.value(), id, to.name());
    }

    /** @param doer null where they declined */
    static Uni<Integer> claimed(Statements sql, TenantId tenant, UUID id, DeedStatus to, UUID doer) {
        return sql.update(CLAIMED, tenant.value(), id, to.name(), doer);
    }

    static Uni<Integer> wrong(Statements sql, TenantId tenant, UUID id) {
        return sql.update(WRONG, tenant.value(), id);
    }

    /** @param reason sealed, of a refusal @param appealUntil of a refusal */
    static Uni<Integer> decided(
            Statements sql, TenantId tenant, UUID id, DeedStatus to, Instant at, byte[] reason, Instant appealUntil) {
        return sql.update(
                DECIDED, tenant.value(), id, to.name(), at, reason, appealUntil, to == DeedStatus.APPROVED ? "DUE" : null);
    }

    static Uni<Integer> appeal(Statements sql, TenantId tenant, UUID id, byte[] words) {
        return sql.update(APPEAL, tenant.value(), id, words);
    }

    static Uni<Integer> answer(Statements sql, TenantId tenant, UUID id, DeedStatus to, byte[] words, Instant at) {
        boolean granted = to == DeedStatus.APPROVED;
        return sql.update(ANSWER, tenant.value(), id, to.name(), words, granted ? "DUE" : null, granted ? at : null);
    }

    static Uni<Integer> granted(Statements sql, TenantId tenant, UUID id, UUID award, long points, String capped) {
        return sql.update(GRANTED, tenant.value(), id, award, points, capped);
    }

    static Uni<Integer> trouble(Statements sql, TenantId tenant, UUID id, String code, Instant again) {
        return sql.update(TROUBLE, tenant.value(), id, code, again);
    }

    static Uni<Optional<Deed>> due(Statements sql, TenantId tenant, Instant now) {
        return sql.first(DUE, tenant.value(), now).map(found -> found.map(Deed::of));
    }

    static Uni<List<Deed>> unclaimed(Statements sql, TenantId tenant, Instant now) {
        return sql.select(UNCLAIMED, tenant.value(), now).map(lines -> lines.stream().map(Deed::of).toList());
    }

    /** @return 0 where this member has voted already */
    static Uni<Integer> vote(Statements sql, TenantId tenant, UUID id, Vote vote, Instant at) {
        return sql.update(VOTE, tenant.value(), id, vote.member(), vote.vote(), vote.reason(), at);
    }

    static Uni<List<Vote>> votes(Statements sql, TenantId tenant, UUID id) {
        return sql.select(VOTES, tenant.value(), id)
                .map(lines -> lines.stream()
                        .map(line -> new Vote(line.text(0), line.text(1), line.missing(2) ? null : line.bytes(2)))
                        .toList());
    }

    static Uni<Integer> photo(Statements sql, TenantId tenant, UUID id, UUID file, byte[] sm3) {
        return sql.update(PHOTO, tenant.value(), id, file, sm3);
    }
}
