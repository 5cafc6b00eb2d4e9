package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.function.Supplier;

/**
 * One row of the table of bad inputs: what is sent, and the answer it gets.
 *
 * @param code for API clients the problem's code; for browsers words that the page says, or null
 * @param field the field that is named, or null where no field is at fault
 */
record BadInput(String name, boolean page, Supplier<Response> sent, int status, String code, String field) {

    static BadInput json(String name, Supplier<Response> sent, int status, String code, String field) {
        return new BadInput(name, false, sent, status, code, field);
    }

    static BadInput page(String name, Supplier<Response> sent, int status, String words, String field) {
        return new BadInput(name, true, sent, status, words, field);
    }

    void isAnsweredAsTheTableSays() {
        Response answer = sent.get();
        String body = answer.body().asString();
        assertThat(answer.statusCode()).as("%s", excerpt(body)).isEqualTo(status).isLessThan(500);
        assertThat(body).doesNotContain("Exception", "at cn.shiyu", "org.hibernate", "PgException");
        if (page) {
            isAPageForAPerson(answer, body);
        } else {
            isAProblemForAProgram(answer);
        }
    }

    private void isAProblemForAProgram(Response answer) {
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo(code);
        assertThat(answer.<String>path("detail")).containsPattern("\\p{IsHan}");
        if (field != null) {
            assertThat(answer.<List<String>>path("errors.field")).contains(field);
            assertThat(answer.<List<String>>path("errors.message")).allSatisfy(message ->
                    assertThat(message).containsPattern("\\p{IsHan}"));
        }
    }

    private void isAPageForAPerson(Response answer, String body) {
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(body).contains("<html lang=\"zh").containsPattern("\\p{IsHan}");
        if (code != null) {
            assertThat(body).contains(code);
        }
        if (field != null) {
            assertThat(body).as("the summary of errors").contains("href=\"#f-" + field + "\"");
            assertThat(body).as("the place the summary leads to").contains("id=\"f-" + field + "\"");
        }
    }

    private static String excerpt(String body) {
        String text = body.replaceAll("(?s)<head.*?</head>", "").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        return text.substring(0, Math.min(400, text.length()));
    }

    @Override
    public String toString() {
        return (page ? "页面 " : "接口 ") + name + " → " + status + (field == null ? "" : " " + field);
    }
}
