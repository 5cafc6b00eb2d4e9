package cn.shiyu.open311.exchange;

import cn.shiyu.platform.problem.ProblemDialect;
import cn.shiyu.platform.problem.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What cannot be done, as the standard says it: a list of code and description, one a parameter. Bad input is 400. */
@ApplicationScoped
class Open311Problems implements ProblemDialect {

    @Inject
    Replies replies;

    @Override
    public boolean speaksTo(RoutingContext request) {
        return request.normalizedPath().startsWith("/open311/");
    }

    @Override
    public Said say(Refusal refusal, RoutingContext request) {
        int status = status(refusal.status());
        Format format = Format.of(request);
        return new Said(status, format.mediaType(), replies.text(format, "errors", errors(status, refusal)));
    }

    /** The standard knows neither "nobody signed in" nor "understood but wrong". */
    private static int status(int ours) {
        return switch (ours) {
            case 401 -> 403;
            case 422 -> 400;
            default -> ours;
        };
    }

    private static List<Wire.Fault> errors(int status, Refusal refusal) {
        return refusal.errors().isEmpty()
                ? List.of(new Wire.Fault(status, refusal.sentence()))
                : refusal.errors().stream()
                        .map(error -> new Wire.Fault(status, error.field() + "：" + error.message()))
                        .toList();
    }
}
