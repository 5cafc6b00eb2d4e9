package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.honour.BookQueries;
import cn.shiyu.moralbank.honour.Consent;
import cn.shiyu.moralbank.honour.ConsentFlow;
import cn.shiyu.moralbank.honour.Naming;
import cn.shiyu.moralbank.honour.OwnBook;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/** 我的公开设置: what a member lets be shown. */
@Path(ConsentPages.PLACE)
@Authenticated
public class ConsentPages {

    static final String PLACE = "/bank/book/consent";

    @Inject
    CurrentCaller caller;

    @Inject
    BookQueries book;

    @Inject
    ConsentFlow flow;

    @GET
    public Uni<Response> page(@QueryParam("after") String after) {
        return toMembers(book.own(caller.resident(), after).chain(own -> page(200, own, said(own.consent()), after)));
    }

    private static Form said(Consent it) {
        return Form.empty()
                .with("book", it.book())
                .with("boards", it.boards())
                .with("naming", it.naming())
                .with("pen", it.pen());
    }

    private static Uni<Response> page(int status, OwnBook own, Form form, String after) {
        List<Choice> namings = Arrays.stream(Naming.values())
                .map(one -> new Choice(one.name(), Messages.get("honour.naming." + one, own.name())))
                .toList();
        return Html.page(status, HonourTemplates.consent(own, form, namings, after));
    }

    @POST
    public Uni<Response> say(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return toMembers(Uni.createFrom()
                .deferred(() -> flow.say(caller.resident(), wish(form), form.has("past", true)))
                .map(said -> Html.to(PLACE + "?done=honour.saved"))
                .onFailure(failure -> failure instanceof Refusal refused && refused.status() == 422)
                .recoverWithUni(failure -> book.own(caller.resident(), null)
                        .chain(own -> page(422, own, form.refused((Refusal) failure), null))));
    }

    private static Consent wish(Form form) {
        Naming naming = Arrays.stream(Naming.values())
                .filter(one -> one.name().equals(form.value("naming")))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("naming", Messages.get("honour.refusal.naming")));
        return new Consent(form.has("book", true), form.has("boards", true), naming, form.value("pen"));
    }

    @POST
    @Path("/entries/{id}/{act: hide|show}")
    public Uni<Response> hide(@PathParam("id") String id, @PathParam("act") String act) {
        return toMembers(flow.hide(caller.resident(), Ids.of(id), act.equals("hide"))
                .map(done -> Html.to(PLACE + "?done=honour." + act)));
    }

    /** Whoever has not joined is shown what the bank is. */
    private static Uni<Response> toMembers(Uni<Response> work) {
        return work.onFailure(failure -> failure instanceof Refusal refused && "not-a-member".equals(refused.code()))
                .recoverWithItem(() -> Html.to(BankPages.PLACE));
    }
}
