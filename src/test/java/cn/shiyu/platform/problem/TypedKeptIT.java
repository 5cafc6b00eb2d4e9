package cn.shiyu.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.junit.jupiter.api.Test;

/** Whatever fails while a form is taken, and wherever on its way: what was typed comes back with the answer. */
@QuarkusTest
class TypedKeptIT {

    private static final String WORDS = "东环路的路灯坏了,孩子<放学>看不清路。\r\n第二行 \"引号\"";
    private static final String SAFE = "东环路的路灯坏了,孩子&lt;放学&gt;看不清路。\r\n第二行 &quot;引号&quot;";

    /** Cannot take anything at the moment. */
    @Path("/test-typed")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public static class Away {

        @POST
        @Path("/whole")
        @Operation(hidden = true)
        public Uni<String> whole(MultivaluedMap<String, String> typed) {
            return Uni.createFrom().failure(Refusal.unavailable(Duration.ofSeconds(2)));
        }

        @POST
        @Path("/one-by-one")
        @Operation(hidden = true)
        public Uni<String> oneByOne(@FormParam("body") String body) {
            assertThat(body).isEqualTo(WORDS);
            return Uni.createFrom().failure(Refusal.unavailable(Duration.ofSeconds(2)));
        }

        @POST
        @Path("/refused")
        @Operation(hidden = true)
        public Uni<String> refused(MultivaluedMap<String, String> typed) {
            throw Refusal.notFound();
        }

        @POST
        @Path("/files")
        @Consumes(MediaType.MULTIPART_FORM_DATA)
        @Operation(hidden = true)
        public Uni<String> files(@RestForm("photos") FileUpload photo) {
            return Uni.createFrom().failure(Refusal.unavailable(Duration.ofSeconds(2)));
        }
    }

    @Test
    void comesBackToBeSentAgainWithItsKeyAndItsChoices() {
        for (String way : new String[] {"whole", "one-by-one"}) {
            Response answer = send("/test-typed/" + way + "?from=check");
            assertThat(answer.statusCode()).as(way).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.asString())
                    .contains("action=\"/test-typed/" + way + "?from=check\"")
                    .contains("name=\"idempotencyKey\" value=\"0190-the-same-key\"")
                    .contains("name=\"tags\" value=\"late\"", "name=\"tags\" value=\"rude\"")
                    .contains("name=\"body\" value=\"" + SAFE + "\"", "<p class=\"sy-typed-words\">" + SAFE + "</p>")
                    .contains("再试一次")
                    .doesNotContain("geheim", "Exception", "<放学>");
        }
    }

    @Test
    void isNotRepeatedWhereSendingItAgainWouldNotHelp() {
        assertThat(send("/test-typed/refused").asString()).doesNotContain("再试一次", "东环路");
    }

    @Test
    void saysOfFilesThatTheyMustBeChosenAgain() {
        String page = Ask.in("jieshou")
                .accept("text/html")
                .multiPart("photos", "street.jpg", new byte[2000], "image/jpeg")
                .post("/test-typed/files")
                .then()
                .statusCode(503)
                .extract()
                .asString();
        assertThat(page).contains("照片和录音没有收到", "href=\"/test-typed/files\"").doesNotContain("<form");
    }

    /** Else another site's form, failing here, would come back as one of ours and send itself again. */
    @Test
    void isNeverGivenBackToAnotherSite() {
        for (String site : new String[] {"cross-site", "same-site"}) {
            String page = Ask.in("jieshou")
                    .accept("text/html")
                    .header("Sec-Fetch-Site", site)
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam("body", WORDS)
                    .post("/test-typed/whole")
                    .asString();
            assertThat(page).as(site).doesNotContain("<form", "东环路");
        }
    }

    @Test
    void keepsProgramsToTheirProblem() {
        Response answer = Ask.in("jieshou").accept("application/json, text/html;q=0.1").formParam("body", WORDS).post("/test-typed/whole");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.asString()).doesNotContain("东环路");
    }

    private static Response send(String path) {
        return Ask.in("jieshou")
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("idempotencyKey", "0190-the-same-key")
                .formParam("body", WORDS)
                .formParam("tags", "late", "rude")
                .formParam("new-password", "geheim")
                .post(path);
    }
}
