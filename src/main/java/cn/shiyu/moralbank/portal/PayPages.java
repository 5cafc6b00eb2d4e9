package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.till.ChargeQueries;
import cn.shiyu.moralbank.till.PayAccount;
import cn.shiyu.moralbank.till.PayAccounts;
import cn.shiyu.moralbank.till.PayCode;
import cn.shiyu.moralbank.till.PayCodeFlow;
import cn.shiyu.moralbank.till.TillSettings;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.QrCode;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.qute.RawString;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** 付款: a member shows a code; what was paid. */
@Path("/bank")
@Authenticated
public class PayPages {

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentCity city;

    @Inject
    PayCodeFlow codes;

    @Inject
    ChargeQueries charges;

    @Inject
    PayAccounts accounts;

    @GET
    @Path("/pay")
    public Uni<Response> form(@QueryParam("from") @DefaultValue("") String from) {
        return form(200, Form.empty().with("from", from));
    }

    private Uni<Response> form(int status, Form form) {
        return accounts.of(caller.resident()).chain(found -> Html.page(
                status, PayTemplates.pay(!form.values("most").isEmpty() || found.isEmpty() ? form : form.with("most", usual(found.get(0))), found, choices(found))));
    }

    /** No more than there is, where there is any. */
    private long usual(PayAccount own) {
        long usual = TillSettings.of(city.get()).codeDefault();
        return own.points() == 0 ? usual : Math.min(usual, own.points());
    }

    private static List<Choice> choices(List<PayAccount> found) {
        return found.stream().map(one -> new Choice(one.account().toString(), words(one))).toList();
    }

    private static String words(PayAccount one) {
        return one.kind() == PayAccount.Kind.TEAM
                ? Messages.get("till.from.TEAM", one.points(), one.name())
                : Messages.get("till.from." + one.kind(), one.points());
    }

    /** The code stands in this answer alone: nobody can show it again, we neither. */
    @POST
    @Path("/pay")
    public Uni<Response> draw(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return codes.draw(caller.resident(), form.value("most"), form.value("from"))
                .chain(code -> Html.page(PayTemplates.code(code, spaced(code), picture(code), form)))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> ((Refusal) failure).status() == 422
                        ? form(422, form.refused((Refusal) failure))
                        : Uni.createFrom().failure(failure));
    }

    private static String spaced(PayCode code) {
        return code.digits().substring(0, 4) + " " + code.digits().substring(4);
    }

    private static RawString picture(PayCode code) {
        return new RawString(QrCode.svg(code.digits(), Messages.get("till.codeAlt")));
    }

    @GET
    @Path("/payments")
    public Uni<Response> payments(@QueryParam("after") String after) {
        return charges.own(caller.resident(), after).chain(page -> Html.page(PayTemplates.payments(page, after)));
    }
}
