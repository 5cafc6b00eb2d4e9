package cn.shiyu.casework;

import static cn.shiyu.casework.BadInput.json;

import cn.shiyu.platform.files.Samples;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Life;
import cn.shiyu.support.Phone;
import cn.shiyu.support.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Bad inputs of the mini-program's API. */
final class BadMiniInputs {

    private static final String BAD = "bad-input";
    private static final String FILE = "bad-upload";

    private static Phone me;
    private static Phone other;

    private BadMiniInputs() {}

    /** What a resident who is signed in may get wrong. */
    static List<BadInput> table() {
        return List.of(
                json("a subject of 101 characters", () -> with("subject", "长".repeat(101)), 422, BAD, "subject"),
                json("a body of 4,001 characters", () -> with("body", "长".repeat(4001)), 422, BAD, "body"),
                json("a body of 4 characters", () -> with("body", "路灯坏了"), 422, BAD, "body"),
                json("a subject of spaces", () -> with("subject", " 　\t"), 422, BAD, "subject"),
                json("an address of 201 characters", () -> with("address", "路".repeat(201)), 422, BAD, "address"),
                json("a name of 51 characters", () -> with("contactName", "张".repeat(51)), 422, BAD, "contactName"),
                json("nothing filled in", () -> me().sends(Map.of()), 422, BAD, "kind"),
                json("no body at all", () -> me().sends(""), 422, BAD, "body"),
                json("null for a body", () -> me().sends("null"), 422, BAD, "body"),
                json("a list for a case", () -> me().sends("[]"), 400, "malformed-json", null),
                json("an object for words", () -> with("subject", Map.of("a", 1)), 422, BAD, "subject"),
                json("words for a longitude", () -> with("lng", "east"), 422, BAD, "lng"),
                json("JSON that breaks off", () -> me().sends("{\"kind\": \"REQ"), 400, "malformed-json", null),
                json("JSON a thousand levels deep", () -> me().sends("{\"x\":" + "[".repeat(5000)), 400, "malformed-json", null),
                json("bytes that are no text", () -> me().sends(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe}), 400, "malformed-json", null),
                json("a megabyte of words", () -> with("body", "长".repeat(400_000)), 413, "too-large", null),
                json("plain text for JSON", () -> as().header("Idempotency-Key", key()).contentType("text/plain").body("路灯不亮").post("/mini/v1/cases"), 415, "unsupported-media-type", null),
                json("a NUL in the subject", () -> with("subject", "路灯\0不亮"), 422, BAD, "subject"),
                json("a NUL in the phone", () -> with("contactPhone", "1380000\0001"), 422, BAD, "contactPhone"),
                json("an unknown kind", () -> with("kind", "NONSENSE"), 422, BAD, "kind"),
                json("an unknown category", () -> with("category", "no.such"), 422, BAD, "category"),
                json("a branch of the category tree", () -> with("category", "urban"), 422, BAD, "category"),
                json("a category of another city", () -> with("category", "utility.heating"), 422, BAD, "category"),
                json("a region of another city", () -> with("region", "371502001000"), 422, BAD, "region"),
                json("the whole city for a region", () -> with("region", "341282000000"), 422, BAD, "region"),
                json("SQL for a region", () -> with("region", "' or 1=1; drop table case_file; --"), 422, BAD, "region"),
                json("a point in the Atlantic", () -> at(0.0, 0.0), 422, BAD, "point"),
                json("latitude and longitude swapped", () -> at(33.2, 115.3), 422, BAD, "point"),
                json("a longitude alone", () -> at(115.3, null), 422, BAD, "point"),
                json("a longitude without end", () -> me().sends("{\"lng\": 1e999, \"lat\": 33}"), 422, BAD, "point"),
                json("thirteen files", () -> files(Stream.generate(UUID::randomUUID).limit(13).toList()), 422, BAD, "files"),
                json("no file in the list of files", () -> files(Collections.singletonList(null)), 422, BAD, "files"),
                json("a file that was never sent", () -> files(List.of(UUID.randomUUID())), 422, FILE, "files"),
                json("a file by a name that is none", () -> files(List.of("photo.jpg")), 422, BAD, "files[0]"),
                json("one file twice", () -> files(Collections.nCopies(2, photoOf(me()))), 422, FILE, "files"),
                json("a file of another resident", () -> files(List.of(photoOf(other()))), 422, FILE, "files"),
                json("a file of another city", () -> files(List.of(photoOf(Phone.in("liaocheng")))), 422, FILE, "files"),
                json("a phone number that is none", () -> with("contactPhone", "12345"), 422, BAD, "contactPhone"),
                json("neither public nor confidential", () -> with("visibility", "SECRET"), 422, BAD, "visibility"),
                json("words for yes or no", () -> with("anonymous", "perhaps"), 422, BAD, "anonymous"),
                json("no idempotency key", () -> as().contentType("application/json").body(me().words()).post("/mini/v1/cases"), 422, BAD, "Idempotency-Key"),
                json("a key of three letters", () -> me().sends("abc", me().words()), 422, BAD, "Idempotency-Key"),
                json("SQL for a key", () -> me().sends("' or '1'='1", me().words()), 422, BAD, "Idempotency-Key"),
                json("a key that came with another body", BadMiniInputs::reusedKey, 409, "idempotency-key-reused", null),
                json("rating what nobody has handled", () -> me().post("/cases/" + me().submits() + "/rating", Map.of("level", "SATISFIED")), 409, "case-wrong-state", null),
                json("asking again while it is open", () -> me().post("/cases/" + me().submits() + "/renewal", Map.of("words", "还没修")), 409, "case-wrong-state", null),
                json("withdrawing with a whole letter", () -> me().post("/cases/" + me().submits() + "/withdrawal", Map.of("words", "长".repeat(501))), 422, BAD, "words"),
                json("asking again without a word", BadMiniInputs::askedAgainWithoutAWord, 422, BAD, "words"),
                json("withdrawing twice", BadMiniInputs::withdrawnTwice, 409, "case-wrong-state", null),
                json("adding no words", () -> me().post("/cases/" + me().submits() + "/words", Map.of()), 422, BAD, "words"),
                json("urging at great length", () -> me().post("/cases/" + me().submits() + "/urges", Map.of("words", "急".repeat(501))), 422, BAD, "words"),
                json("a rating of six stars", () -> me().post("/cases/" + me().submits() + "/rating", Map.of("level", "SIX")), 422, BAD, "level"),
                json("a rating with a tag that is nothing", () -> rate(Collections.singletonList(null)), 422, BAD, "tags"),
                json("a rating with a letter for a tag", () -> rate(List.of("慢".repeat(21))), 422, BAD, "tags"),
                json("rating twice", BadMiniInputs::ratedTwice, 409, "case-rated", null),
                json("a cursor somebody made up", () -> me().get("/cases?after=first"), 422, BAD, "after"),
                json("a photo of 50 MB", () -> upload("photo.jpg", Arrays.copyOf(Samples.jpeg(8, 8), 50 << 20)), 422, FILE, "file"),
                json("a .jpg that is a zip", () -> upload("photo.jpg", Samples.zip()), 422, FILE, "file"),
                json("a PNG of a thousand million pixels", () -> upload("photo.png", Samples.bomb()), 422, FILE, "file"),
                json("an SVG with a script", () -> upload("photo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes()), 422, FILE, "file"),
                json("a photo cut in half", () -> upload("photo.jpg", Arrays.copyOf(Samples.jpeg(400, 400), 300)), 422, FILE, "file"),
                json("an empty photo", () -> upload("photo.jpg", new byte[0]), 422, FILE, "file"),
                json("a form without its photo", () -> as().multiPart("other", "x").post("/mini/v1/files"), 422, FILE, "file"));
    }

    /** What somebody may try who is not signed in, is signed in elsewhere, or asks for what is not theirs. */
    static List<BadInput> strangers() {
        return List.of(
                json("nobody signed in", () -> Ask.in("jieshou").get("/mini/v1/cases"), 401, "not-signed-in", null),
                json("a session that is garbage", () -> bearer("jieshou", "garbage\u007f!").get("/mini/v1/cases"), 401, "not-signed-in", null),
                json("a session that has ended", () -> bearer("jieshou", ended()).get("/mini/v1/cases"), 401, "not-signed-in", null),
                json("a session of another city", () -> bearer("liaocheng", me().token()).get("/mini/v1/cases"), 401, "not-signed-in", null),
                json("a token of another city's realm", () -> bearer("liaocheng", Tokens.of("jieshou", "resident1")).get("/cases"), 401, "not-signed-in", null),
                json("a staff token of another city's realm", () -> bearer("liaocheng", Tokens.of("jieshou", "dispatcher1")).get("/console"), 401, "not-signed-in", null),
                json("a token somebody changed", () -> bearer("jieshou", tampered()).get("/cases"), 401, "not-signed-in", null),
                json("a token somebody signed with nothing", () -> bearer("jieshou", unsigned()).get("/cases"), 401, "not-signed-in", null),
                json("no code to sign in with", () -> Ask.in("jieshou").contentType("application/json").body("{}").post("/mini/v1/session"), 422, BAD, "code"),
                json("uploading without a session", () -> Ask.in("jieshou").multiPart("file", "a.jpg", Samples.jpeg(8, 8)).post("/mini/v1/files"), 401, "not-signed-in", null),
                json("a number that does not exist", () -> me().get("/cases/JS202601010000019"), 404, "not-found", null),
                json("a number of somebody else", () -> me().get("/cases/" + other().submits()), 404, "not-found", null),
                json("urging somebody else's case", () -> me().post("/cases/" + other().submits() + "/urges", Map.of()), 404, "not-found", null),
                json("SQL for a number", () -> me().get("/cases/' or '1'='1"), 404, "not-found", null),
                json("a NUL for a number", () -> as().urlEncodingEnabled(false).get("/mini/v1/cases/JS%002026"), 422, BAD, null),
                json("a number of 2,000 characters", () -> me().get("/cases/" + "9".repeat(2000)), 404, "not-found", null),
                json("a file of somebody else", () -> me().get("/files/" + photoOf(other())), 404, "not-found", null),
                json("a file by a name that is none", () -> me().get("/files/etc-passwd"), 404, "not-found", null),
                json("a look-up without its code", () -> lookUp("JS202601010000019", ""), 422, BAD, "code"),
                json("SQL for a look-up code", () -> lookUp(other().submits(), "' or '1'='1"), 404, "not-found", null),
                json("a NUL in a look-up", () -> lookUp("JS\0", "ABCDEFGH"), 422, BAD, null),
                json("a division that does not exist", () -> Ask.in("jieshou").get("/mini/v1/regions?parent=999"), 404, "not-found", null),
                json("a division of another city", () -> Ask.in("jieshou").get("/mini/v1/regions?parent=371502000000"), 404, "not-found", null),
                json("a board page somebody made up", () -> Ask.in("jieshou").get("/mini/v1/board?after=zzz"), 422, BAD, "after"),
                json("a method that is not served", () -> me().ask().delete("/mini/v1/cases"), 405, "method-not-allowed", null),
                json("a path that is not there", () -> me().get("/nothing/here"), 404, "not-found", null),
                json("a host of no city", () -> Ask.host("beijing.localhost").get("/mini/v1/city"), 404, "unknown-host", null));
    }

    private static synchronized Phone me() {
        return me == null ? me = Phone.in("jieshou") : me;
    }

    private static synchronized Phone other() {
        return other == null ? other = Phone.in("jieshou") : other;
    }

    private static RequestSpecification as() {
        return me().ask();
    }

    private static RequestSpecification bearer(String city, String token) {
        return Ask.in(city).header("Authorization", "Bearer " + token);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Response with(String field, Object answer) {
        return Phone.in("jieshou").sends(me().words(field, answer));
    }

    private static Response at(Double lng, Double lat) {
        Map<String, Object> typed = me().words("lng", lng);
        typed.put("lat", lat);
        return me().sends(typed);
    }

    private static Response files(List<?> files) {
        return me().sends(me().words("files", files));
    }

    private static String photoOf(Phone phone) {
        return phone.uploads("灯.jpg", Samples.jpeg(8, 8));
    }

    private static Response upload(String name, byte[] bytes) {
        return as().multiPart("file", name, bytes).post("/mini/v1/files");
    }

    private static Response reusedKey() {
        String key = key();
        me().sends(key, me().words()).then().statusCode(201);
        return me().sends(key, me().words("body", "完全是另外一件事情。"));
    }

    private static Response withdrawnTwice() {
        String path = "/cases/" + me().submits() + "/withdrawal";
        me().post(path, Map.of("words", "已经修好")).then().statusCode(200);
        return me().post(path, Map.of("words", "已经修好"));
    }

    private static Response askedAgainWithoutAWord() {
        Phone resident = me();
        return resident.post("/cases/" + Life.closed(resident.submits()) + "/renewal", Map.of("words", " "));
    }

    private static Response rate(List<String> tags) {
        return me().post(
                "/cases/" + Life.followedUp(me().submits()) + "/rating", new Rating("SATISFIED", tags, null));
    }

    private static Response ratedTwice() {
        String path = "/cases/" + Life.followedUp(me().submits()) + "/rating";
        me().post(path, Map.of("level", "SATISFIED")).then().statusCode(200);
        return me().post(path, Map.of("level", "VERY_DISSATISFIED"));
    }

    private static Response lookUp(String number, String code) {
        return Ask.in("jieshou")
                .contentType("application/json")
                .body(Map.of("number", number, "code", code))
                .post("/mini/v1/look-ups");
    }

    private static String ended() {
        Phone gone = Phone.in("jieshou");
        gone.ask().delete("/mini/v1/session").then().statusCode(204);
        return gone.token();
    }

    private static String tampered() {
        String[] parts = Tokens.of("jieshou", "resident1").split("\\.");
        char[] claims = parts[1].toCharArray();
        claims[40] = claims[40] == 'A' ? 'B' : 'A';
        return parts[0] + "." + new String(claims) + "." + parts[2];
    }

    /** The oldest trick: the algorithm "none". */
    private static String unsigned() {
        String header = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        return header + "." + Tokens.of("jieshou", "resident1").split("\\.")[1] + ".";
    }

    /** Maps of the JDK hold no nulls. */
    public record Rating(String level, List<String> tags, String words) {}
}
