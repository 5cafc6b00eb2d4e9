package cn.shiyu.casework.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Advisors, mediators, counsellors and clerks at windows serve people; they see no queue and no case. */
@QuarkusTest
class ProvidersIT {

    private static final String CENTRE = "C341282000000";

    @ParameterizedTest
    @ValueSource(strings = {"advisor1", "advisor2", "mediator1", "mediator2", "counsellor1", "clerk1"})
    void seeNoQueueAndNoCase(String login) {
        String number = new Clerk("jieshou", "hotline1").takesDown("不给顾问看的诉求", "341282002000");
        Clerk provider = new Clerk("jieshou", login);
        for (String unit : new String[] {"D-justice", "D-health", CENTRE}) {
            String answer = provider.ask().get("/console?unit=" + unit).asString();
            assertThat(answer).doesNotContain(number, "id=\"queue\"");
            Ask.in("jieshou", login).accept("text/event-stream").get("/console/live?unit=" + unit).then().statusCode(404);
        }
        provider.ask().get("/console/cases/" + number).then().statusCode(404);
        Ask.in("liaocheng", login).accept("text/html").get("/console/cases/" + number).then().statusCode(404);
    }
}
