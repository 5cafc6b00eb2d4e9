package cn.shiyu.bench;

import cn.shiyu.bench.load.Answer;
import cn.shiyu.bench.load.Generator;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/** What the benchmark asks: the requests that residents' phones and the desks of staff really send. */
final class Requests {

    private static final String TOWNSHIP = "341282002000";
    private static final List<String> WHERE = List.of("东环路北段", "颍河路桥头", "人民路小学北门", "中原路菜市场门口", "育才巷三号楼前", "滨河南路广场西侧");
    private static final List<String> WHAT = List.of("路灯整晚不亮", "路灯忽明忽暗", "三盏路灯全部熄灭", "灯杆倾斜、线头外露", "路灯被树枝挡住");
    private static final List<String> HARM =
            List.of("孩子放学看不清路,", "老人出门差点摔倒,", "来往车辆只能绕着走,", "晚上步行很不安全,", "周围几十户居民都受影响,");

    private final Generator generator;
    private final People people;
    private final List<String> numbers;
    private final Random random = new Random(42);

    /** @param numbers of cases that are there, to be looked at */
    Requests(Generator generator, People people, List<String> numbers) {
        this.generator = generator;
        this.people = people;
        this.numbers = numbers;
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A resident's new case, of about 150 characters. */
    Future<Answer> submit() {
        return submit(people.resident());
    }

    Future<Answer> submit(String session) {
        String where = one(WHERE) + random.nextInt(400) + "号";
        JsonObject typed = new JsonObject()
                .put("kind", "REQUEST")
                .put("category", "urban.streetlight")
                .put("subject", where + one(WHAT))
                .put("body", where + "附近" + one(WHAT) + ",已经" + (2 + random.nextInt(20)) + "天了。" + one(HARM) + one(HARM)
                        + "曾在现场给管理人员说过,一直没有人来处理。附近还有一所学校和一个公交站,每天早晚人很多。希望有关部门尽快派人来看一看,给一个明确的答复。")
                .put("region", TOWNSHIP)
                .put("address", where)
                .put("visibility", "PUBLIC")
                .put("contactName", "张三")
                .put("contactPhone", "13800001234");
        Map<String, String> headers = Map.of(
                "Authorization", session, "Content-Type", "application/json", "Idempotency-Key", UUID.randomUUID().toString());
        return generator.send(HttpMethod.POST, "/mini/v1/cases", headers, typed.toBuffer());
    }

    /** The city centre's queue: what is due first, counted by state. */
    Future<Answer> queue() {
        return page("dispatcher1", "/console");
    }

    /** A department's queue. */
    Future<Answer> handlersQueue() {
        return page("cg-handler1", "/console");
    }

    /** The staff's page of one case: everything on it, above all the time line. */
    Future<Answer> timeLine() {
        return page("dispatcher1", "/console/cases/" + one(numbers));
    }

    Future<Answer> page(String login, String uri) {
        return generator.send(
                HttpMethod.GET, uri, Map.of("Authorization", people.staff(login), "Accept", "text/html"), null);
    }

    Future<Answer> board() {
        return generator.send(HttpMethod.GET, "/mini/v1/board", Map.of(), null);
    }

    Future<Answer> boardOfATopic() {
        return generator.send(HttpMethod.GET, "/mini/v1/board?topic=utility", Map.of(), null);
    }

    Future<Answer> myCases() {
        return generator.send(HttpMethod.GET, "/mini/v1/cases", Map.of("Authorization", people.resident()), null);
    }

    /** A form of the console. */
    Future<Answer> step(String login, String number, String step, int version, String... fields) {
        StringBuilder form = new StringBuilder("version=" + version);
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        Map<String, String> headers = Map.of(
                "Authorization", people.staff(login), "Accept", "text/html",
                "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        return generator.send(
                HttpMethod.POST, "/console/cases/" + number + "/" + step, headers, Buffer.buffer(form.toString()));
    }

    Future<Answer> rate(String session, String number) {
        return generator.send(
                HttpMethod.POST,
                "/mini/v1/cases/" + number + "/rating",
                Map.of("Authorization", session, "Content-Type", "application/json"),
                new JsonObject().put("level", "SATISFIED").put("tags", new io.vertx.core.json.JsonArray()).toBuffer());
    }

    Future<Answer> lookUp(String number, String code) {
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "X-Forwarded-For", People.address(random.nextInt(1 << 22)));
        return generator.send(
                HttpMethod.POST,
                "/mini/v1/look-ups",
                headers,
                new JsonObject().put("number", number).put("code", code).toBuffer());
    }

    String session() {
        return people.resident();
    }

    /** As a helper of tests would: tells what a refusal was about. */
    static void show(Answer answer, Consumer<String> out) {
        if (!answer.isFine() && !answer.isShed()) {
            out.accept(answer.status() + " " + answer.body().getString(0, Math.min(300, answer.body().length())));
        }
    }
}
