package cn.shiyu.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Life;
import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What anybody may ask: where it is, what it takes, and what is public. */
@QuarkusTest
class GeoReportIT {

    private Civic civic;

    @BeforeEach
    void aPartnerGetsAKey() {
        civic = Civic.of("jieshou");
    }

    @Test
    void tellsWhereItIsAndWhatItTakesInBothFormats() {
        Response discovery = civic.reads("discovery.json");
        assertThat(discovery.contentType()).startsWith("application/json");
        assertThat(discovery.<String>path("endpoints[0].specification"))
                .isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(discovery.<String>path("endpoints[0].url"))
                .startsWith("http")
                .contains("jieshou")
                .endsWith("/open311/v2");
        assertThat(discovery.<List<String>>path("endpoints[0].formats")).contains("text/xml", "application/json");
        assertThat(discovery.header("Access-Control-Allow-Origin")).isEqualTo("*");
        List<String> codes = civic.reads("services.json").path("service_code");
        XmlPath xml = civic.reads("services.xml").xmlPath();
        assertThat(xml.getList("services.service.service_code")).isEqualTo(codes);
        assertThat(codes).contains("urban.streetlight", "order.waste.household").doesNotContain("urban", "order.waste");
        assertThat(civic.reads("services").<List<String>>path("group")).contains("城乡建设");
        assertThat(Ask.in("jieshou")
                        .accept("text/xml")
                        .get("/open311/v2/services")
                        .contentType())
                .startsWith("text/xml");
    }

    @Test
    void tellsTheQuestionsOfATopic() {
        Response definition = civic.reads("services/urban.streetlight.json");
        assertThat(definition.<List<String>>path("attributes.code"))
                .containsExactly("kind", "title", "visibility", "anonymous", "pole_number", "extent");
        assertThat(definition.<List<Integer>>path("attributes.order")).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(civic.reads("services/urban.manhole.xml")
                        .xmlPath()
                        .getList("service_definition.attributes.attribute.code"))
                .containsExactly("kind", "title", "visibility", "anonymous");
    }

    @Test
    void theWholeWayFromFilingToTheAnswer() {
        String id = civic.files();
        Life.accepted(id);
        Life.DISPATCHER.does(id, "publication", "boardSubject", "路灯不亮", "boardText", "东环路北段路灯不亮。");
        Response shown = civic.reads("requests/" + id + ".json");
        assertThat(shown.<String>path("[0].description")).isEqualTo("路灯不亮\n东环路北段路灯不亮。");
        assertThat(shown.<String>path("[0].address")).contains("西城街道").doesNotContain("公交站");
        assertThat(shown.jsonPath().getDouble("[0].lat")).isEqualTo(33.27);
        assertThat(shown.<String>path("[0].media_url")).isNull();
        assertThat(shown.<String>path("[0].expected_datetime")).isNull();
        Life.DISPATCHER.does(id, "dispatch", "lead", "D-urban-management");
        Life.HANDLER.does(id, "start", "words", "已联系").does(id, "completion", "reply", "两盏路灯已经全部更换修复，请放心通行。");
        assertThat(civic.reads("requests/" + id).<String>path("[0].agency_responsible"))
                .isEqualTo("界首市城市管理行政执法局");
        assertThat(civic.reads("requests/" + id).<String>path("[0].expected_datetime"))
                .endsWith("+08:00");
        Life.FOLLOW_UP_AGENT.does(
                id, "follow-up", "reached", "true", "responded", "true", "solved", "true", "satisfaction", "SATISFIED");
        Life.FOLLOW_UP_AGENT.does(id, "closure");
        assertThat(civic.reads("requests/" + id).<String>path("[0].status")).isEqualTo("closed");
        assertThat(civic.readsOwn("requests/" + id).<String>path("[0].status_notes"))
                .contains("更换修复");
        assertThat(civic.reads("requests/" + id).asString()).doesNotContain("更换修复");
    }

    @Test
    void listsOnlyWhatIsPublicByTopicTimeAndStatus() {
        String open = Civic.published(Phone.in("jieshou").submits());
        String hidden = civic.files();
        assertThat(ids("requests.json?status=open&service_code=urban.streetlight"))
                .contains(open)
                .doesNotContain(hidden);
        assertThat(ids("requests.json?status=closed")).doesNotContain(open);
        assertThat(ids("requests.json?service_code=urban.manhole")).doesNotContain(open);
        assertThat(ids("requests.json?end_date=2020-01-01")).isEmpty();
        assertThat(ids("requests.json?start_date=2026-11-01T00:00:00Z&page_size=1&page=1"))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(ids("requests.json?service_request_id=" + open + "," + hidden + ",JS000&status=closed"))
                .containsExactly(open);
        assertThat(civic.readsOwn("requests.json?service_request_id=" + open + "," + hidden)
                        .<List<String>>path("service_request_id"))
                .containsExactlyInAnyOrder(open, hidden);
        List<String> xml = civic.reads("requests.xml?service_request_id=" + open)
                .xmlPath()
                .getList("service_requests.request.service_request_id");
        assertThat(xml).containsExactly(open);
        assertThat(civic.reads("requests.xml?service_code=urban.manhole&end_date=2020-01-01")
                        .asString())
                .endsWith("<service_requests></service_requests>");
    }

    private List<String> ids(String path) {
        return civic.reads(path).then().statusCode(200).extract().path("service_request_id");
    }
}
