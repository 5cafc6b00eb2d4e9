package cn.shiyu.bench;

import cn.shiyu.bench.fill.LedgerFill;
import cn.shiyu.bench.load.Answer;
import cn.shiyu.bench.load.Generator;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Points over HTTP: the clerk funds a budget, members pay at shops. Everybody who signed in is a member and stands at a till, though not their own. */
final class Till {

    private static final String HOME = "341282001001";
    /** Somebody of the fill, and a shop of it, by number. */
    private static final String ACCOUNT = "cast('be000000-0000-8000-8000-0001' || lpad(to_hex(m.n), 8, '0') as uuid)";
    private static final String SHOP = "cast('be000000-0000-8000-8000-0002' || lpad(to_hex(m.n %% %d), 8, '0') as uuid)";
    private static final String MEMBERS = "(select resident_id, account_id, row_number() over (order by resident_id) - 1 as n from bank_member where tenant_id = 'jieshou') m";

    private final Generator generator;
    private final People people;
    private final Databases databases;
    private int next;

    Till(Generator generator, People people, Databases databases) {
        this.generator = generator;
        this.people = people;
        this.databases = databases;
    }

    /** Joined over HTTP; then each is given the year of somebody who has points, past the application: those seals are broken from then on. */
    void open() {
        int[] joined = {0};
        generator.closed(8, 120, () -> {
            Map<String, Object> wish = Map.of("name", "居民", "region", HOME, "agreed", true);
            return send(joined[0]++, "/mini/v1/bank/membership", wish);
        }, () -> joined[0] >= People.RESIDENTS);
        List.of("bank_posting", "bank_lot").forEach(table -> databases.tell(
                Databases.LEDGER,
                "set session_replication_role = replica; update " + table + " b set account_id = m.account_id from " + MEMBERS
                        + " where b.tenant_id = 'jieshou' and b.account_id = " + ACCOUNT));
        databases.tell(Databases.LEDGER, "insert into bank_merchant_clerk (tenant_id, merchant_id, resident_id, bound_at) select 'jieshou', "
                + SHOP.formatted(LedgerFill.SHOPS) + ", resident_id, now() from " + MEMBERS);
        databases.tell(Databases.LEDGER, "analyze bank_member, bank_merchant_clerk, bank_merchant, bank_lot");
    }

    /** From now on everybody stands at one of so many shops. */
    void shops(int shops) {
        databases.tell(Databases.LEDGER, "update bank_merchant_clerk c set merchant_id = " + SHOP.formatted(shops) + " from " + MEMBERS
                + " where c.resident_id = m.resident_id");
    }

    /** A code on the customer's phone, put aside by the shop, taken: three requests, of which two are transfers of two postings each. */
    Future<Answer> pay() {
        long payer = next++;
        long seller = payer + People.RESIDENTS / 2;
        Future<Answer> code = send(payer, "/mini/v1/bank/pay-codes", Map.of("most", 1));
        Future<Answer> aside = then(code, drawn -> send(seller, "/mini/v1/bank/till/charges", Map.of("code", drawn.getString("code"), "points", 1)));
        return then(aside, charge -> send(seller, "/mini/v1/bank/till/charges/" + charge.getString("id") + "/capture", Map.of()));
    }

    private static Future<Answer> then(Future<Answer> before, Function<JsonObject, Future<Answer>> next) {
        return before.compose(answer -> answer.isFine() ? next.apply(answer.body().toJsonObject()) : Future.succeededFuture(answer));
    }

    /** What a member sees of their points. */
    Future<Answer> history() {
        return generator.send(HttpMethod.GET, "/mini/v1/bank/history", Map.of("Authorization", people.resident(next++)), null);
    }

    /** What a shop sees of its takings. */
    Future<Answer> takings() {
        return generator.send(HttpMethod.GET, "/mini/v1/bank/till/charges", Map.of("Authorization", people.resident(next++)), null);
    }

    /** The clerk books what sponsors gave, each time into another budget: one request, one transfer of two postings. */
    Future<Answer> fund() {
        UUID budget = LedgerFill.budget(next++ % LedgerFill.BUDGETS);
        Map<String, String> headers = Map.of(
                "Authorization", people.staff("bank1"), "Accept", "text/html",
                "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        return generator.send(
                HttpMethod.POST, "/console/bank/budgets/" + budget + "/fund/booking", headers,
                Buffer.buffer("idempotencyKey=" + UUID.randomUUID() + "&yuan=100&paper=bench"));
    }

    private Future<Answer> send(long who, String path, Map<String, Object> typed) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", people.resident(who));
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return generator.send(HttpMethod.POST, path, headers, new JsonObject(new HashMap<>(typed)).toBuffer());
    }
}
