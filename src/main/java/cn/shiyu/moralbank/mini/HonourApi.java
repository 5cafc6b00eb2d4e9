package cn.shiyu.moralbank.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.moralbank.honour.BookFilter;
import cn.shiyu.moralbank.honour.BookQueries;
import cn.shiyu.moralbank.honour.ConsentFlow;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 功德录: what members let be shown, and whether one does. */
@Path("/mini/v1/bank/book")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "道德银行")
public class HonourApi {

    @Inject
    CurrentCaller current;

    @Inject
    CurrentCity city;

    @Inject
    BookQueries book;

    @Inject
    ConsentFlow flow;

    @GET
    @Operation(
            operationId = "bankBook", summary = "功德录,新的在前",
            description = "不用登录。region 为乡镇街道或村社区的 12 位区划代码,month 如 2026-11,kind 为种类的代码;都可以不写。没有这个地区的为 404。")
    public Uni<Page<HonourJson.Entry>> page(@RestQuery String region, @RestQuery String month, @RestQuery String kind, @RestQuery String after) {
        if (!BankSettings.of(city.get()).offered()) {
            throw Refusal.notFound();
        }
        return book.page(city.get(), BookFilter.of(region, month, kind), after).map(page -> page.map(HonourJson.Entry::of));
    }

    @GET
    @Path("/consent")
    @Operation(operationId = "bankBookConsent", summary = "我的公开设置", description = "默认都不公开。没有加入道德银行的为 409。")
    public Uni<HonourJson.Consent> consent() {
        return book.own(current.resident(), null).map(own -> HonourJson.Consent.of(own.consent()));
    }

    @PUT
    @Path("/consent")
    @Operation(
            operationId = "sayBankBookConsent", summary = "修改公开设置,马上生效",
            description = "book 为 false 时,功德录里的记录立即不再公开。笔名不对的为 422,没有加入的为 409。重发与发一次相同。")
    public Uni<HonourJson.Consent> say(HonourJson.Wish typed) {
        HonourJson.Wish wish = typed == null ? new HonourJson.Wish(false, false, null, null, false) : typed;
        return flow.say(current.resident(), wish.consent(), wish.past()).map(HonourJson.Consent::of);
    }
}
