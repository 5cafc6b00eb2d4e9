package cn.shiyu.legal.referral;

import cn.shiyu.legal.Advisors;
import cn.shiyu.legal.LegalAdvisor;
import cn.shiyu.legal.LegalSettings;
import cn.shiyu.legal.Outcome;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.region.Region;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code legal_referral}. */
@ApplicationScoped
class Referrals {

    private static final String COLUMNS = """
            select referral_id, sender, sender_name, advisor, field, region, title_sealed, words_sealed, status, sent_at, due_at,
              outcome, answer_sealed
            from legal_referral where tenant_id = $1""";
    private static final String FIND = COLUMNS + " and referral_id = $2 for no key update";
    // Who sends and who advises are two posts; one person may hold both, and each branch reads its own index.
    private static final String OF = """
            select * from (
              (%1$s and sender = $2 and referral_id < $3 order by referral_id desc limit $4)
              union
              (%1$s and advisor = $2 and referral_id < $3 order by referral_id desc limit $4)
            ) theirs order by referral_id desc limit $4""".formatted(COLUMNS);
    private static final String ADD = """
            insert into legal_referral (tenant_id, referral_id, sender, sender_name, advisor, field, region, title_sealed, words_sealed,
              status, due_at, sent_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'SENT', $10, $11)""";
    private static final String MOVE = """
            update legal_referral set status = $3, settled_at = $4, outcome = $5, answer_sealed = $6
            where tenant_id = $1 and referral_id = $2""";

    @Inject
    Sealer sealer;

    @Inject
    Advisors advisors;

    @Inject
    Regions regions;

    /** A row with who has to do with it. */
    record Row(Line line) {

        UUID id() {
            return line.uuid(0);
        }

        String sender() {
            return line.text(1);
        }

        String advisor() {
            return line.text(3);
        }

        ReferralStatus status() {
            return ReferralStatus.valueOf(line.text(8));
        }
    }

    Uni<Integer> add(
            Statements sql, TenantId tenant, UUID id, String sender, String senderName, String advisor, NewReferral typed,
            Instant due, Instant at) {
        return sql.update(
                ADD, tenant.value(), id, sender, senderName, advisor, typed.field(), typed.region(),
                seal(tenant, id, "title", NewReferral.clean(typed.title())),
                seal(tenant, id, "words", NewReferral.clean(typed.words())), due, at);
    }

    Uni<Optional<Row>> lock(Statements sql, TenantId tenant, UUID id) {
        return sql.first(FIND, tenant.value(), id).map(found -> found.map(Row::new));
    }

    Uni<List<Row>> of(Statements sql, TenantId tenant, String login, UUID before, int most) {
        return sql.select(OF, tenant.value(), login, before, most).map(lines -> lines.stream().map(Row::new).toList());
    }

    Uni<Integer> move(
            Statements sql, TenantId tenant, UUID id, ReferralStatus to, Instant settled, String outcome, String answer) {
        return sql.update(MOVE, tenant.value(), id, to.name(), settled, outcome, seal(tenant, id, "answer", answer));
    }

    /** @param whole with the words; lists do without */
    Referral opened(City city, Row row, String login, boolean whole) {
        Line line = row.line();
        UUID id = row.id();
        return new Referral(
                id, line.text(2), advisors.find(city, row.advisor()).map(LegalAdvisor::name).orElse(row.advisor()),
                LegalSettings.of(city).fieldName(line.text(4)),
                regions.of(city).find(line.text(5)).map(Region::fullName).orElse(line.text(5)), open(city, id, "title", line, 6),
                whole ? open(city, id, "words", line, 7) : null, row.status(), line.instant(9), line.instant(10),
                line.missing(11) ? null : Outcome.valueOf(line.text(11)), whole ? open(city, id, "answer", line, 12) : null,
                row.advisor().equals(login));
    }

    private byte[] seal(TenantId tenant, UUID id, String column, String words) {
        return sealer.seal(tenant, Purpose.CONFIDENCE, label(id, column), words);
    }

    private String open(City city, UUID id, String column, Line line, int at) {
        return line.missing(at) ? null : sealer.openText(city.id(), Purpose.CONFIDENCE, label(id, column), line.bytes(at));
    }

    private static String label(UUID id, String column) {
        return "legal-referral:" + id + ":" + column;
    }
}
