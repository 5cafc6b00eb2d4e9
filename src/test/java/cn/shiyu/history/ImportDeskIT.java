package cn.shiyu.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import cn.shiyu.casework.console.Clerk;
import cn.shiyu.support.Browser;
import cn.shiyu.support.Databases;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The administrator's page: a file from the upload to the report, in one city and not in the other. */
@QuarkusTest
class ImportDeskIT {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    private final Clerk admin = new Clerk("jieshou", "admin1");

    private Response sends(String name, byte[] file) {
        return admin.ask().multiPart("file", name, file, "text/csv").post("/console/imports");
    }

    private String brought(OldMailbox box, Charset charset) {
        String way = sends("老信箱.csv", box.text().getBytes(charset)).then().statusCode(303).extract().header("Location");
        return way.replaceFirst("^https?://[^/]+", "");
    }

    private String described(OldMailbox box) {
        String page = brought(box, StandardCharsets.UTF_8);
        admin.ask().contentType(FORM).formParam("mapping", box.mapping()).post(page + "/mapping").then().statusCode(303);
        return page;
    }

    private String waitUntil(String page, String words) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(25));
        String seen = admin.reads(page);
        while (!seen.contains(words) && Instant.now().isBefore(until)) {
            Thread.sleep(200);
            seen = admin.reads(page);
        }
        return seen;
    }

    @Test
    void draftsAMappingForAFileOfASpreadsheet() {
        String page = brought(OldMailbox.empty().asked(2), Charset.forName("GB18030"));
        assertThat(admin.reads(page))
                .contains("编码 GB18030，共 8 列：编号、时间、标题", "id: 编号", "source.code：缺少“source.code”，请补上。")
                .doesNotContain("开始导入");
    }

    @Test
    void showsWhatWouldHappenThenDoesItAndGivesTheReport() throws InterruptedException {
        OldMailbox box = OldMailbox.empty().asked(120).with("x1,2017-01-01 08:00:00,空,,A1,,,").with("y2,昨天,题,内容,A1,,,");
        String page = described(box);
        assertThat(admin.reads(page)).contains("预览：全部 122 行", "没有用到的列：备注", "存档（无答复）", "“昨天”不是时间", "开始导入");
        admin.ask().post(page + "/start").then().statusCode(303).header("Location", containsString("done=history.started"));
        assertThat(waitUntil(page, "已完成")).contains("已完成", "老信箱", "“内容”是空的", "/report.csv");
        admin.ask().accept("*/*").get(page + "/report.csv").then().statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", startsWith("attachment"))
                .body(allOf(containsString("\"123\",\"未导入\",\"time\""), containsString("y2,昨天,题,内容,A1,,,")));
        assertThat(admin.reads("/console/imports")).contains(box.source, page);
    }

    @Test
    void keepsAFaultyMappingAndNamesTheKey() {
        OldMailbox box = OldMailbox.empty().asked(1);
        String page = brought(box, StandardCharsets.UTF_8);
        admin.ask().contentType(FORM).formParam("mapping", box.mapping() + "colour: 红\n").post(page + "/mapping").then().statusCode(303);
        assertThat(admin.reads(page)).contains("href=\"#f-mapping\"", "colour：映射里没有“colour”这一项", "colour: 红");
        admin.ask().post(page + "/start").then().statusCode(303);
        assertThat(admin.reads(page)).contains("colour: 红");
    }

    @Test
    void refusesWhatIsNoTableByTheFieldsName() {
        sends("表.xlsx", new byte[] {'P', 'K', 3, 4, 5}).then().statusCode(422).body(allOf(containsString("#f-file"), containsString("另存为 CSV")));
        sends("空.csv", new byte[0]).then().statusCode(422).body(containsString("文件是空的"));
        admin.ask().multiPart("other", "x").post("/console/imports").then().statusCode(422).body(containsString("请选择一个 CSV 文件"));
    }

    @Test
    void takesOverFromAnInstanceThatFellSilent() throws SQLException, InterruptedException {
        OldMailbox box = OldMailbox.empty().asked(250);
        String page = described(box);
        try (Connection jieshou = Databases.asApplicationIn("jieshou")) {
            Databases.column(jieshou, "update import_run set state = 'RUNNING', worker = gen_random_uuid(), alive_at = now() - interval"
                    + " '2 minutes' where run_id = ?::uuid returning 1", page.substring(page.lastIndexOf('/') + 1));
        }
        assertThat(waitUntil(page, "已完成")).contains("已完成");
        try (Connection jieshou = Databases.asApplicationIn("jieshou")) {
            assertThat(Databases.column(jieshou, "select count(*) from imported_case where source = ?", box.source)).containsExactly("250");
        }
    }

    @Test
    void isTheAdministratorsAlone() {
        String page = described(OldMailbox.empty().asked(1));
        Clerk dispatcher = new Clerk("jieshou", "dispatcher1");
        dispatcher.ask().get("/console/imports").then().statusCode(403);
        dispatcher.ask().get(page).then().statusCode(403);
        dispatcher.ask().post(page + "/start").then().statusCode(403);
        dispatcher.ask().multiPart("file", "x.csv", "a,b".getBytes()).post("/console/imports").then().statusCode(403);
        assertThat(dispatcher.reads("/console")).doesNotContain("/console/imports");
        assertThat(admin.reads("/console/imports")).contains("历史导入");
    }

    @Test
    void doesNotExistForTheOtherCity() {
        String page = described(OldMailbox.empty().asked(1));
        Clerk stranger = new Clerk("liaocheng", "admin1");
        stranger.ask().get(page).then().statusCode(404);
        stranger.ask().accept("*/*").get(page + "/report.csv").then().statusCode(404);
        stranger.ask().contentType(FORM).formParam("mapping", "id: x").post(page + "/mapping").then().statusCode(404);
        for (String step : new String[] {"start", "resumption", "discard"}) {
            stranger.ask().post(page + "/" + step).then().statusCode(404);
        }
        assertThat(stranger.reads("/console/imports")).doesNotContain(page);
        assertThat(admin.reads(page)).contains("开始导入");
        stranger.ask().get("/console/imports/not-an-id").then().statusCode(404);
    }

    @Test
    void forgetsAFileThatWasGivenUp() {
        String page = brought(OldMailbox.empty().asked(1), StandardCharsets.UTF_8);
        admin.ask().post(page + "/discard").then().statusCode(303);
        assertThat(admin.reads("/console/imports?done=history.discarded")).contains("已放弃").doesNotContain(page);
    }

    @Test
    void isInOrderInABrowserWideAndNarrow() {
        OldMailbox box = OldMailbox.empty().asked(1500).answered(20).with("9999,昨天,题,内容,A1,,,");
        Page page = Browser.in("jieshou", "admin1", "/console/imports");
        looksRight(page, "import-list");
        page.setInputFiles("#f-file", new FilePayload("老信箱.csv", "text/csv", box.text().getBytes(StandardCharsets.UTF_8)));
        page.click("text=上传并查看");
        page.locator(".sy-summary").waitFor();
        looksRight(page, "import-mapping");
        page.fill("#f-mapping", box.mapping());
        page.click("text=保存并预览");
        page.locator("#preview").waitFor();
        looksRight(page, "import-preview");
        page.click("text=开始导入");
        page.locator("#stands:has-text('已完成')").waitFor();
        looksRight(page, "import-done");
        page.context().close();
    }

    private static void looksRight(Page page, String name) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            Browser.picture(page, name + "-" + width);
            assertThat(new AxeBuilder(page).analyze().getViolations()).as(name + " " + width).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).as(name).isEqualTo(width);
        }
        page.setViewportSize(1280, 800);
    }
}
