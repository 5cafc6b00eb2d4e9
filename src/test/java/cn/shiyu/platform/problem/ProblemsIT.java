package cn.shiyu.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cn.shiyu.support.Ask;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemsIT {

    public record Place(@NotBlank String name) {}

    public record Form(
            @Size(max = 5, message = "最多 5 个字") String words,
            int grade,
            List<@Valid Place> places,
            List<@NotBlank String> tags) {}

    /** Does wrong in every way we know. */
    @Path("/test-problems")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public static class Trouble {

        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        @Operation(hidden = true)
        public Uni<String> take(@Valid Form form) {
            return Uni.createFrom().item("ok");
        }

        @GET
        @Path("/fault")
        @Operation(hidden = true)
        public Uni<String> fault() {
            return Uni.createFrom().failure(new IllegalStateException("secret 13800000000"));
        }

        @GET
        @Path("/busy")
        @Operation(hidden = true)
        public Uni<String> busy() {
            throw Refusal.tooMany(Duration.ofSeconds(42));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                        | 400 | malformed-json | ",
                "{\"words\":\"太长太长太长\"}               | 422 | bad-input      | words",
                "{\"grade\":\"high\"}                      | 422 | bad-input      | grade",
                "{\"places\":[{\"name\":\"\"}]}            | 422 | bad-input      | places[0].name",
                "{\"tags\":[\"a\",\"\"]}                  | 422 | bad-input      | tags[1]",
                "[]                                        | 400 | malformed-json | ",
                "nonsense                                  | 400 | malformed-json | ",
            })
    void namesWhatIsWrongWithJson(String body, int status, String code, String field) {
        ValidatableResponse answer = ask().contentType("application/json")
                .body(body)
                .post("/test-problems")
                .then();
        isProblem(answer, status, code);
        if (field != null) {
            answer.body("errors[0].field", equalTo(field));
        }
    }

    @Test
    void answersEveryOtherMistakeAsAProblem() {
        isProblem(ask().get("/no-such-page").then(), 404, "not-found");
        isProblem(ask().get("/files/not-a-uuid").then(), 404, "not-found");
        isProblem(ask().delete("/test-problems").then(), 405, "method-not-allowed");
        isProblem(
                ask().contentType("text/csv").body("a;b").post("/test-problems").then(), 415, "unsupported-media-type");
    }

    @Test
    void refusesABodyThatIsTooLargeBeforeReadingIt() {
        byte[] large = new byte[2 << 20];
        isProblem(
                ask().contentType("application/json")
                        .body(large)
                        .post("/test-problems")
                        .then(),
                413,
                "too-large");
    }

    @Test
    void keepsAFaultOfOursToItself() {
        ValidatableResponse answer = ask().get("/test-problems/fault").then();
        isProblem(answer, 500, "incident");
        answer.body(not(containsString("secret"))).body(not(containsString("IllegalState")));
        String page = ask().accept("text/html")
                .get("/test-problems/fault")
                .then()
                .statusCode(500)
                .extract()
                .asString();
        assertThat(page).contains("系统出错了").doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void saysWhenToComeAgain() {
        ask().get("/test-problems/busy").then().statusCode(429).header("Retry-After", "42");
        ask().accept("text/html")
                .get("/test-problems/busy")
                .then()
                .statusCode(429)
                .header("Retry-After", "42");
    }

    @Test
    void showsBrowsersAPageInChinese() {
        ask().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/no-such-page")
                .then()
                .statusCode(404)
                .contentType(startsWith("text/html"))
                .body(containsString("没有找到"));
    }

    @Test
    void knowsNoCityByAnUnknownHost() {
        assertThat(Ask.host("elsewhere.localhost").get("/").statusCode()).isBetween(400, 499);
    }

    private static void isProblem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("/problems/" + code))
                .body("detail.length()", org.hamcrest.Matchers.greaterThan(4));
    }

    private static RequestSpecification ask() {
        return Ask.in("jieshou");
    }
}
