package cn.shiyu.moralbank.deed;

import cn.shiyu.platform.sql.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A good deed as it stands; sealed words are read apart. @param doer null until they accept @param teller null once they left */
record Deed(
        UUID id, String kind, String region, String unit, LocalDate doneOn, byte[] words, UUID teller, UUID doer, boolean own,
        byte[] phone, byte[] claim, int tries, Instant claimUntil, DeedStatus status, Instant toldAt, byte[] reason,
        Instant appealUntil, byte[] appeal, byte[] answer, boolean due, String trouble, UUID award, Long points, String capped) {

    static final String COLUMNS = """
            select deed_id, kind, region_code, unit_code, done_on, words_sealed, teller, doer, own, phone_digest, claim_digest, claim_tries,
              claim_until, status, told_at, reason_sealed, appeal_until, appeal_sealed, answer_sealed, coalesce(grant_state = 'DUE', false),
              grant_trouble, award_id, points, capped
            from good_deed where tenant_id = $1\s""";

    static Deed of(Line line) {
        return new Deed(
                line.uuid(0), line.text(1), line.text(2), line.text(3), (LocalDate) line.values()[4], bytes(line, 5), line.uuid(6),
                line.uuid(7), line.truth(8), bytes(line, 9), bytes(line, 10), line.number(11), instant(line, 12),
                DeedStatus.valueOf(line.text(13)), line.instant(14), bytes(line, 15), instant(line, 16), bytes(line, 17),
                bytes(line, 18), line.truth(19), line.text(20), line.uuid(21), line.missing(22) ? null : line.bigNumber(22), line.text(23));
    }

    private static byte[] bytes(Line line, int column) {
        return line.missing(column) ? null : line.bytes(column);
    }

    private static Instant instant(Line line, int column) {
        return line.missing(column) ? null : line.instant(column);
    }
}
