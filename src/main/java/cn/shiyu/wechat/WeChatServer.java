package cn.shiyu.wechat;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The calls as WeChat names them. It answers 200 with JSON labelled text/plain, errors included: the body decides. */
@RegisterRestClient(configKey = "wechat")
interface WeChatServer {

    @GET
    @Path("/sns/jscode2session")
    Uni<Response> session(
            @RestQuery("appid") String appId,
            @RestQuery("secret") String secret,
            @RestQuery("js_code") String code,
            @RestQuery("grant_type") String grantType);
}
