package cn.shiyu.open311;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What bad requests are answered with: a table, one row each; always a list of code and description, in the format asked for. */
@QuarkusTest
class BadReportsIT {

    private static Civic known;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cn.shiyu.open311.BadReports#table")
    void isRefusedAsAListOfCodeAndDescription(BadReports.Row row) {
        Response answer = row.sent().apply(civic());
        String body = answer.body().asString();
        assertThat(answer.statusCode()).as(body).isEqualTo(row.status()).isLessThan(500);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.<List<Integer>>path("code")).isNotEmpty().containsOnly(row.status());
        assertThat(answer.<List<String>>path("description"))
                .allSatisfy(words -> assertThat(words).containsPattern("\\p{IsHan}"))
                .anySatisfy(words -> assertThat(words).contains(row.named()));
        assertThat(body).doesNotContain("Exception", "at cn.shiyu", "problems/", "PgException");
    }

    @ParameterizedTest
    @MethodSource("cn.shiyu.open311.BadReports#inXml")
    void isRefusedInXmlWhereXmlIsAskedFor(Function<Civic, Response> sent, int status) {
        Response answer = sent.apply(civic());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("text/xml");
        XmlPath errors = answer.xmlPath();
        assertThat(errors.getInt("errors.error[0].code")).isEqualTo(status);
        assertThat(errors.getString("errors.error[0].description")).containsPattern("\\p{IsHan}");
    }

    private static synchronized Civic civic() {
        if (known == null) {
            known = Civic.of("jieshou");
        }
        return known;
    }
}
