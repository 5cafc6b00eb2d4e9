package cn.shiyu.tenancy;

import io.vertx.ext.web.RoutingContext;

/** The answer to a host name that is no city's: a page for people, problem+json (RFC 9457) for programs. */
final class UnknownHost {

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>没有这个城市 · 市域通</title></head>
            <body style="font:1.125rem/1.8 system-ui,sans-serif;max-width:40rem;margin:15vh auto;padding:0 1rem">
            <h1>没有找到这个城市</h1>
            <p>这个网址不属于任何已开通市域通的城市。请核对网址,或从您所在城市的政府网站进入。</p>
            </body>
            </html>
            """;

    private static final String PROBLEM = """
            {"type":"about:blank","title":"没有找到","status":404,"code":"unknown-host",\
            "detail":"这个网址不属于任何已开通市域通的城市,请核对网址。"}""";

    private UnknownHost() {}

    static void answer(RoutingContext request) {
        String accept = request.request().getHeader("Accept");
        boolean person = accept != null && accept.contains("text/html");
        request.response()
                .setStatusCode(404)
                .putHeader("Content-Type", person ? "text/html;charset=UTF-8" : "application/problem+json")
                .end(person ? PAGE : PROBLEM);
    }
}
