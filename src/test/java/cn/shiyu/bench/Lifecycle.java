package cn.shiyu.bench;

import cn.shiyu.bench.load.Answer;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;

/**
 * One case from report to look-up, each step by whose turn it is: submit, accept, dispatch, start, finish, follow up, rate, close, look up. Nine
 * requests of which eight write; what people read in between is not in it. It ends with the first step that is not taken.
 */
final class Lifecycle {

    private final Requests requests;

    Lifecycle(Requests requests) {
        this.requests = requests;
    }

    Future<Answer> live() {
        String session = requests.session();
        return requests.submit(session).compose(submitted -> submitted.status() == 201
                ? live(session, submitted.body().toJsonObject())
                : Future.succeededFuture(submitted));
    }

    private Future<Answer> live(String session, JsonObject receipt) {
        String number = receipt.getString("number");
        return requests.step(
                        "dispatcher1", number, "acceptance", 0, "category", "urban.streetlight", "grade", "NORMAL", "visibility", "PUBLIC")
                .compose(then(() -> requests.step(
                        "dispatcher1", number, "dispatch", 1, "lead", "D-urban-management", "note", "请尽快修复。")))
                .compose(then(() -> requests.step("cg-handler1", number, "start", 2, "words", "已电话联系,约定今晚到现场。")))
                .compose(then(() -> requests.step(
                        "cg-handler1", number, "completion", 3, "reply", "经现场查看,两盏路灯线路老化,已于当晚更换修复,并对全路段做了检查。")))
                .compose(then(() -> requests.step(
                        "followup1", number, "follow-up", 4, "reached", "true", "responded", "true", "solved", "true",
                        "satisfaction", "SATISFIED", "words", "来电人表示满意。")))
                .compose(then(() -> requests.rate(session, number)))
                .compose(then(() -> requests.step("followup1", number, "closure", 6)))
                .compose(then(() -> requests.lookUp(number, receipt.getString("lookUpCode"))));
    }

    private interface Next {
        Future<Answer> ask();
    }

    private static Function<Answer, Future<Answer>> then(Next next) {
        return answer -> answer.isFine() ? next.ask() : Future.succeededFuture(answer);
    }
}
