package cn.shiyu.open311;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The table of bad requests: what is sent, and the answer it gets. */
final class BadReports {

    static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    private BadReports() {}

    /** @param named what the description must name, a parameter mostly */
    record Row(String name, Function<Civic, Response> sent, int status, String named) {
        @Override
        public String toString() {
            return name + " → " + status + " " + named;
        }
    }

    static Stream<Row> table() {
        return Stream.of(filings(), places(), answers(), readings(), strangers())
                .flatMap(List::stream);
    }

    private static List<Row> filings() {
        return List.of(
                filed("no service", 400, "service_code", "service_code", ""),
                filed("an unknown service", 404, "service_code", "service_code", "urban.nothing"),
                filed("a group of services", 404, "service_code", "service_code", "urban"),
                filed("a description too long", 400, "description", "description", "长".repeat(4001)),
                filed("a NUL", 400, "description", "description", "路灯\0不亮，看不清路"),
                filed("no telephone number", 400, "phone", "phone", "12"),
                filed("no address for mail", 400, "email", "email", "not-an-address"),
                filed("a name too long", 400, "first_name", "first_name", "长".repeat(60)),
                filed("a device id too long", 400, "device_id", "device_id", "x".repeat(256)),
                filed("an account id too long", 400, "account_id", "account_id", "x".repeat(256)),
                filed("a link that is a script", 400, "media_url", "media_url", "javascript:alert(1)"),
                filed("a link to a file", 400, "media_url", "media_url", "file:///etc/passwd"),
                filed("a link without a host", 400, "media_url", "media_url", "https:///x.jpg"),
                filed("a link too long", 400, "media_url", "media_url", "https://a.example/" + "x".repeat(2000)),
                filed("what the standard does not know", 400, "colour", "colour", "red"),
                filed("another jurisdiction", 404, "jurisdiction_id", "jurisdiction_id", "LC"),
                filed("an idempotency key that is none", 400, "Idempotency-Key", "Idempotency-Key", "short"));
    }

    private static List<Row> places() {
        return List.of(
                filed("no place", 400, "lat", "lat", "", "long", "", "address_string", ""),
                filed("latitude alone", 400, "long", "long", ""),
                filed("longitude alone", 400, "lat", "lat", ""),
                filed("a latitude in words", 400, "lat", "lat", "北"),
                filed("not a number", 400, "lat", "lat", "NaN"),
                filed("an exponent", 400, "long", "long", "1e2"),
                filed("beyond the pole", 400, "lat", "lat", "91"),
                filed("the two swapped", 400, "lat", "lat", "115.3551", "long", "33.2701"),
                filed("another city", 400, "lat", "lat", "36.457", "long", "115.985"),
                filed("the other end of the world", 400, "lat", "lat", "-33.27", "long", "-115.35"),
                filed("another city's region", 400, "address_id", "address_id", "371502001000"),
                filed("an address too long", 400, "address_string", "address_string", "长".repeat(201)));
    }

    private static List<Row> answers() {
        return List.of(
                filed("an unknown question", 400, "attribute[nope]", "attribute[nope]", "1"),
                filed("an answer that is no choice", 400, "attribute[kind]", "attribute[kind]", "WISH"),
                filed("a title too long", 400, "attribute[title]", "attribute[title]", "长".repeat(101)),
                filed("an answer too long", 400, "attribute[pole_number]", "attribute[pole_number]", "长".repeat(201)),
                filed("a question badly written", 400, "attribute[kind", "attribute[kind", "REQUEST"),
                new Row("a parameter twice", civic -> raw(civic, "lat=33.27&lat=33.28"), 400, "lat"),
                new Row(
                        "two answers to one choice",
                        civic -> raw(civic, "attribute[kind][]=HELP&attribute[kind][]=QUESTION"),
                        400,
                        "attribute[kind]"));
    }

    private static List<Row> readings() {
        String ids = IntStream.rangeClosed(1, 51).mapToObj(i -> "JS" + i).collect(Collectors.joining(","));
        return List.of(
                read("an unknown id", "requests/JS202601010000010", 404, "service_request_id"),
                read("an id that is none", "requests/%E4%BD%A0%3Cx%3E", 404, "service_request_id"),
                read("a NUL for an id", "requests/%00", 400, ""),
                read("too many ids", "requests?service_request_id=" + ids, 400, "service_request_id"),
                read("an unknown status", "requests?status=done", 400, "status"),
                read("no time", "requests?start_date=yesterday", 400, "start_date"),
                read("a day that is none", "requests?end_date=2026-02-30", 400, "end_date"),
                read("a year beyond reason", "requests?start_date=%2B99999-01-01T00:00:00Z", 400, "start_date"),
                read("more than ninety days", "requests?start_date=2026-01-01&end_date=2026-06-01", 400, "start_date"),
                read(
                        "the end before the start",
                        "requests?start_date=2026-06-02&end_date=2026-06-01",
                        400,
                        "start_date"),
                read("an unknown topic", "requests?service_code=urban.streetlight,urban.nothing", 404, "service_code"),
                read("no page", "requests?page=0", 400, "page"),
                read("a page too large", "requests?page_size=1001", 400, "page_size"),
                read("another jurisdiction", "services?jurisdiction_id=liaocheng.localhost", 404, "jurisdiction_id"),
                read("an unknown definition", "services/urban.nothing", 404, "service_code"),
                read("the definition of a group", "services/urban", 404, "service_code"),
                read("an unknown token", "tokens/12345", 404, "token"),
                read("a wrong key when reading", "requests/JS1?api_key=wrong", 403, "api_key"),
                read("an address that is not there", "nothing/here", 404, ""));
    }

    private static List<Row> strangers() {
        return List.of(
                filed("no key", 403, "api_key", "api_key", ""),
                filed("a wrong key", 403, "api_key", "api_key", "sy311-" + "x".repeat(43)),
                filed("a key too long", 403, "api_key", "api_key", "x".repeat(5000)),
                filed("a NUL for a key", 403, "api_key", "api_key", "a\0b"),
                new Row(
                        "an empty form",
                        civic -> civic.ask().contentType(FORM).post(Civic.BASE + "requests"),
                        403,
                        "api_key"),
                new Row(
                        "JSON instead of a form",
                        civic -> civic.ask()
                                .contentType("application/json")
                                .body("{}")
                                .post(Civic.BASE + "requests"),
                        415,
                        ""),
                new Row(
                        "a form that cannot be decoded",
                        civic -> civic.ask()
                                .contentType(FORM)
                                .body("api_key=%zz")
                                .post(Civic.BASE + "requests"),
                        400,
                        ""),
                new Row("another method", civic -> civic.ask().delete(Civic.BASE + "requests"), 405, ""),
                new Row(
                        "a page of another site",
                        civic -> civic.ask()
                                .header("Sec-Fetch-Site", "cross-site")
                                .contentType(FORM)
                                .formParams(civic.words())
                                .post(Civic.BASE + "requests"),
                        403,
                        ""),
                new Row(
                        "a picture in the form",
                        civic -> civic.ask()
                                .multiPart("api_key", civic.key())
                                .multiPart("media", "a.jpg", new byte[] {1, 2, 3})
                                .post(Civic.BASE + "requests"),
                        400,
                        "media"),
                new Row(
                        "far too much text",
                        civic -> civic.ask()
                                .contentType(FORM)
                                .body("description=" + "x".repeat(1_100_000))
                                .post(Civic.BASE + "requests"),
                        413,
                        ""));
    }

    private static Row filed(String name, int status, String named, String... changes) {
        return new Row(
                name,
                civic -> {
                    Map<String, String> form = civic.words(changes);
                    String once = form.remove("Idempotency-Key");
                    var request = civic.ask().contentType(FORM).formParams(form);
                    return (once == null ? request : request.header("Idempotency-Key", once))
                            .post(Civic.BASE + "requests");
                },
                status,
                named);
    }

    private static Row read(String name, String path, int status, String named) {
        return new Row(name, civic -> civic.ask().urlEncodingEnabled(false).get(Civic.BASE + path), status, named);
    }

    private static Response raw(Civic civic, String more) {
        Map<String, String> form = civic.words("lat", "", "long", "");
        String body = "api_key=" + form.get("api_key") + "&service_code=urban.streetlight&address_string=x&" + more;
        return civic.ask().contentType(FORM).body(body).post(Civic.BASE + "requests");
    }

    static Stream<Arguments> inXml() {
        return Stream.of(
                xml(civic -> civic.reads("requests/JS1.xml"), 404),
                xml(civic -> civic.reads("nothing.xml"), 404),
                xml(civic -> civic.reads("requests.xml?status=done"), 400),
                xml(civic -> civic.ask().accept("text/xml").get(Civic.BASE + "services/nothing"), 404),
                xml(civic -> civic.ask().contentType(FORM).post(Civic.BASE + "requests.xml"), 403),
                xml(
                        civic -> civic.ask()
                                .contentType(FORM)
                                .formParams(civic.words("attribute[<&]]", "x"))
                                .post(Civic.BASE + "requests.xml"),
                        400),
                xml(civic -> civic.ask().delete(Civic.BASE + "requests.xml"), 405));
    }

    private static Arguments xml(Function<Civic, Response> sent, int status) {
        return Arguments.of(sent, status);
    }
}
