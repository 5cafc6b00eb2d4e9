package cn.shiyu.law;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The law library as residents read it, on pages and in the mini-program. */
@QuarkusTest
class LawPagesIT {

    @Test
    void findsAnArticleInEverydayWords() {
        Ask.in("jieshou").queryParam("q", "楼上漏水").get("/laws").then().statusCode(200).body(containsString("/laws/civil-code/288"));
        Ask.in("jieshou").queryParam("q", "民法典 288条").get("/laws").then().statusCode(200).body(containsString("第二百八十八条"));
        Ask.in("jieshou").queryParam("q", "zzzz").get("/laws").then().statusCode(200).body(containsString("没有找到"));
    }

    @Test
    void namesTheArticlesOfTheCitysTopics() {
        Ask.in("jieshou").get("/laws").then().statusCode(200).body(containsString("养犬与流浪动物"))
                .body(containsString("/laws/civil-code/1245"));
    }

    @Test
    void saysWhatIsWrongWithAFilterAndKeepsTheWords() {
        Ask.in("jieshou").queryParam("q", "漏水").queryParam("on", "昨天").get("/laws").then().statusCode(422)
                .body(containsString("日期应写成")).body(containsString("value=\"漏水\""));
        Ask.in("jieshou").queryParam("q", "漏水").queryParam("level", "NONE").get("/laws").then().statusCode(422);
    }

    @Test
    void showsAnEndedLawAsEnded() {
        Ask.in("jieshou").get("/laws/arbitration-law/1?on=2026-03-01").then().statusCode(200).body(containsString("已于 2026-03-01 失效"));
        Ask.in("jieshou").get("/laws/arbitration-law/1?on=2026-02-28").then().statusCode(200).body(not(containsString("失效")));
    }

    @Test
    void keepsACitysOwnRegulationToItself() {
        String own = "/laws/liaocheng-property-regulation";
        Ask.in("liaocheng").get(own).then().statusCode(200).body(containsString("聊城市物业管理条例"));
        Ask.in("liaocheng").get(own + "/1").then().statusCode(200);
        Ask.in("jieshou").get(own).then().statusCode(404);
        Ask.in("jieshou").get(own + "/1").then().statusCode(404);
        Ask.in("jieshou").get("/mini/v1" + own + "/1").then().statusCode(404);
        Ask.in("jieshou").queryParam("q", "聊城市物业管理").queryParam("law", "liaocheng-property-regulation").get("/laws").then()
                .statusCode(200).body(not(containsString(own)));
        Ask.in("jieshou").get("/mini/v1/laws?q=聊城市物业管理&level=LOCAL").then().statusCode(200).body("size()", equalTo(0));
        Ask.in("liaocheng").get("/mini/v1/laws?q=聊城市物业管理&level=LOCAL").then().statusCode(200)
                .body("law", hasItem("liaocheng-property-regulation"));
    }

    @Test
    void answersTheMiniProgram() {
        Ask.in("jieshou").get("/mini/v1/laws?q=民法典288条").then().statusCode(200)
                .body("[0].law", equalTo("civil-code")).body("[0].number", equalTo(288)).body("[0].inForce", equalTo(true));
        Ask.in("jieshou").get("/mini/v1/laws/civil-code/288").then().statusCode(200)
                .body("citation", equalTo("《中华人民共和国民法典》第二百八十八条"));
        Ask.in("jieshou").get("/mini/v1/laws/civil-code/9999").then().statusCode(404);
        Ask.in("jieshou").get("/mini/v1/laws").then().statusCode(422);
    }

    @Test
    void looksRightOnAPhoneAndADesk() {
        for (int width : new int[] {360, 1280}) {
            try (Person reader = new Person("liaocheng", Hands.MOUSE, width)) {
                reader.opens("/laws").looks("law-home");
                reader.fills("#f-q", "隔壁装修太吵").presses(".sy-filter button[type=submit]").finds("噪声").looks("law-found");
                reader.opens("/laws/civil-code/288").finds("相邻").looks("law-article");
                reader.opens("/laws/arbitration-law?on=2026-06-01").finds("失效").looks("law-ended");
            }
        }
    }
}
