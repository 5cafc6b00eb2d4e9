package cn.shiyu.moralbank.settlement;

import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** SM3 over a statement and its lines, each line its own row of text, fields apart by a space; none of them has one in it. */
final class StatementDigest {

    private StatementDigest() {}

    static byte[] of(TenantId tenant, UUID account, YearMonth month, long opening, long fenPerPoint, List<StatementLine> lines) {
        StringBuilder text = new StringBuilder(128 + lines.size() * 96);
        text.append(String.join(" ", "1", tenant.value(), account.toString(), month.toString(), "" + opening, "" + fenPerPoint));
        lines.forEach(line -> text.append('\n')
                .append(line.transfer()).append(' ').append(line.kind()).append(' ')
                .append(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, line.at())).append(' ').append(line.points()));
        return Sm3.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
