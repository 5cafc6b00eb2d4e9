package cn.shiyu.casework;

import static cn.shiyu.casework.BadInput.page;

import cn.shiyu.platform.files.Samples;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Phone;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bad inputs of the portal's forms, as a browser sends them. */
final class BadPortalInputs {

    private static String own;

    private BadPortalInputs() {}

    static List<BadInput> table() {
        return List.of(
                page("a report of no kind", () -> step("kind"), 422, "请选择诉求类型", "kind"),
                page("a report of an unknown kind", () -> step("kind", "kind", "NONSENSE"), 422, null, "kind"),
                page("nothing said", () -> step("words"), 422, "请填写标题", "subject"),
                page("a subject of 101 characters", () -> step("words", "subject", "长".repeat(101), "body", "路灯坏了一个星期"), 422, "最多 100 字", "subject"),
                page("a body of 4,001 characters", () -> step("words", "subject", "路灯", "body", "长".repeat(4001)), 422, "最多 4000 字", "body"),
                page("a NUL in the subject", () -> step("words", "subject", "路\0灯", "body", "路灯坏了一个星期"), 422, "无法识别的字符", "subject"),
                page("JSON where a form belongs", () -> resident().contentType("application/json").body("{}").post("/report/words"), 415, null, null),
                page("a topic of another city", () -> step("topic", "choice", "other", "topic", "utility.heating"), 422, null, "topic"),
                page("no place", () -> step("place"), 422, null, "township"),
                page("a township of another city", () -> step("place", "township", "371502001000"), 422, null, "township"),
                page("a point that is no number", () -> step("place", "township", "341282002000", "lng", "abc", "lat", "33.2"), 422, "地图上的位置无效", "lng"),
                page("a point in the Atlantic", () -> step("place", "township", "341282002000", "lng", "0", "lat", "0"), 422, null, "lng"),
                page("neither public nor confidential", () -> step("privacy"), 422, null, "visibility"),
                page("a phone number that is none", () -> step("privacy", "visibility", "PUBLIC", "contactPhone", "12"), 422, "11 位手机号", "contactPhone"),
                page("a .jpg that is a zip", () -> photo("lamp.jpg", Samples.zip()), 422, "lamp.jpg", "photos"),
                page("an SVG", () -> photo("lamp.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes()), 422, "lamp.svg", "photos"),
                page("a photo of 50 MB", () -> photo("lamp.jpg", Arrays.copyOf(Samples.jpeg(8, 8), 50 << 20)), 422, "10 MB", "photos"),
                page("a step that does not exist", () -> resident().get("/report/nonsense"), 404, "没有找到", null),
                page("somebody else's case", () -> resident().get("/cases/" + Phone.in("jieshou").submits()), 404, "没有找到", null),
                page("words for somebody else's case", () -> turn(Phone.in("jieshou").submits(), "words", "words", "你好"), 404, "没有找到", null),
                page("a receipt of somebody else", () -> resident().get("/report/done/" + Phone.in("jieshou").submits()), 404, "没有找到", null),
                page("no words added", () -> turn(own(), "words"), 422, "请填写补充内容", "words"),
                page("rating what is not finished", () -> turn(own(), "rating", "level", "SATISFIED"), 409, "已进入下一环节", null),
                page("a rating of no level", () -> turn(own(), "rating", "level", "SIX"), 422, "请选择一个评价等级", null),
                page("asking again while it is open", () -> turn(own(), "reopening", "reason", "没修"), 409, "已进入下一环节", null),
                page("a cursor somebody made up", () -> resident().get("/cases?after=zzz"), 422, "从第一页重新开始", null),
                page("a board page somebody made up", () -> anyone().get("/board?after=zzz"), 422, "从第一页重新开始", null),
                page("a case that is not on the board", () -> anyone().get("/board/" + own()), 404, "没有找到", null),
                page("a look-up of nothing", () -> lookUp("", ""), 422, null, "number"),
                page("a look-up of an unknown number", () -> lookUp("JS202601010000019", "ABCDEFGH"), 404, null, "number"),
                page("SQL for a look-up code", () -> lookUp(own(), "' or '1'='1"), 404, null, "number"),
                page("a NUL in a look-up", () -> lookUp("JS\0", "ABCDEFGH"), 422, "无法识别的字符", null),
                page("a form another site sends", () -> anyone().header("Sec-Fetch-Site", "cross-site").formParam("number", "1").post("/lookup"), 403, "别的网站", null),
                page("a form another city's page sends", () -> anyone().header("Origin", "http://liaocheng.localhost").formParam("number", "1").post("/lookup"), 403, "别的网站", null),
                page("staff where residents report", () -> Ask.in("jieshou", "dispatcher1").accept("text/html").get("/report/kind"), 403, "居民", null),
                page("residents at the console", () -> resident().get("/console"), 403, "没有", null),
                page("a page that is not there", () -> anyone().get("/no/such/page"), 404, "没有找到", null),
                page("a file that is not there", () -> anyone().get("/files/00000000-0000-7000-8000-000000000000"), 404, "没有找到", null),
                page("a NUL in an address", () -> anyone().get("/board/JS%00"), 422, "无法识别的字符", null),
                page("a NUL in a filter", () -> anyone().get("/board?kind=%00"), 422, "无法识别的字符", null),
                page("a method that is not served", () -> resident().delete("/cases"), 405, null, null),
                page("a host of no city", () -> Ask.host("beijing.localhost").accept("text/html").get("/"), 404, "没有找到这个城市", null));
    }

    private static RequestSpecification anyone() {
        return Ask.in("jieshou").accept("text/html").urlEncodingEnabled(false);
    }

    private static RequestSpecification resident() {
        return Ask.in("jieshou", "resident2").accept("text/html");
    }

    /** A case of resident2's own, made by the wizard. */
    private static synchronized String own() {
        return own == null ? own = submitted() : own;
    }

    private static String submitted() {
        resident().post("/report/restart");
        step("kind", "kind", "REQUEST");
        step("words", "subject", "幸福路路灯不亮", "body", "晚上看不清路,已经一周,希望尽快修好。");
        step("topic", "choice", "unsure");
        step("place", "township", "341282002000", "address", "幸福路 12 号");
        step("privacy", "visibility", "PUBLIC");
        String way = resident().post("/report/check").then().statusCode(303).extract().header("Location");
        return way.substring(way.lastIndexOf('/') + 1);
    }

    private static Response step(String step, String... fields) {
        return form("/report/" + step, fields);
    }

    private static Response turn(String number, String turn, String... fields) {
        return form("/cases/" + number + "/" + turn, fields);
    }

    private static Response form(String path, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("act", ""));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return resident().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(form).post(path);
    }

    private static Response photo(String name, byte[] bytes) {
        return resident()
                .multiPart("photos", name, bytes)
                .post("/report/files");
    }

    private static Response lookUp(String number, String code) {
        return anyone().urlEncodingEnabled(true).formParam("number", number).formParam("code", code).post("/lookup");
    }
}
