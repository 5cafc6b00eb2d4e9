package cn.shiyu.history.console;

import cn.shiyu.history.ImportFlow;
import cn.shiyu.history.ImportPreview;
import cn.shiyu.history.ImportQueries;
import cn.shiyu.history.ImportRun;
import cn.shiyu.history.RunState;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 历史导入: each step is a form and a redirect; where a run stands decides what its page shows. */
@Path(ImportDesk.PATH)
public class ImportDesk {

    static final String PATH = "/console/imports";

    /** A glance; the whole report is a file. */
    private static final int FEW = 20;

    @Inject
    StaffDesk desk;

    @Inject
    ImportFlow imports;

    @Inject
    ImportQueries queries;

    private Caller admin() {
        return ImportFlow.administrator(desk.caller());
    }

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return list(200, Form.empty(), after);
    }

    private Uni<Response> list(int status, Form form, String after) {
        return queries.list(admin(), after)
                .chain(page -> Html.page(status, ImportTemplates.list(desk.frame(), form, page, after)));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> bring(@RestForm("file") FileUpload file) {
        Caller admin = admin();
        // An input left empty is sent as a file without a name.
        if (file == null || file.fileName().isBlank()) {
            return list(422, Form.empty().wrong("file", Messages.get("history.file.none")), null);
        }
        return imports.bring(admin, file.fileName(), file.uploadedFile())
                .map(id -> Html.to(PATH + "/" + id))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> list(422, Form.empty().refused((Refusal) refused), null));
    }

    @GET
    @Path("/{run}")
    public Uni<Response> show(@PathParam("run") String id) {
        Caller admin = admin();
        return queries.run(admin, id)
                .chain(run -> run.state() == RunState.DRAFT
                        ? draft(admin, run)
                        : queries.report(admin, run, FEW)
                                .chain(report -> Html.page(ImportTemplates.run(desk.frame(), run, report))));
    }

    private Uni<Response> draft(Caller admin, ImportRun run) {
        return imports.preview(admin, run)
                .chain(preview -> Html.page(ImportTemplates.draft(desk.frame(), form(run, preview), run, preview)));
    }

    /** Every fault leads to the one field it is to be mended in, and names the key there. */
    private static Form form(ImportRun run, ImportPreview preview) {
        List<FieldError> faults = preview.faults().stream()
                .map(fault -> new FieldError("mapping", fault.field() + "：" + fault.message()))
                .toList();
        return Form.empty().with("mapping", run.mapping()).wrong(faults);
    }

    @POST
    @Path("/{run}/mapping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> write(@PathParam("run") String id, @RestForm("mapping") String mapping) {
        return step(id, run -> imports.write(admin(), run.id(), mapping == null ? "" : mapping), "");
    }

    @POST
    @Path("/{run}/start")
    public Uni<Response> start(@PathParam("run") String id) {
        return step(id, run -> imports.start(admin(), run.id()), "?done=history.started");
    }

    @POST
    @Path("/{run}/resumption")
    public Uni<Response> goOn(@PathParam("run") String id) {
        return step(id, run -> imports.goOn(admin(), run.id()), "?done=history.resumed");
    }

    @POST
    @Path("/{run}/discard")
    public Uni<Response> discard(@PathParam("run") String id) {
        Caller admin = admin();
        return queries.run(admin, id)
                .chain(run -> imports.discard(admin, run.id()))
                .replaceWith(() -> Html.to(PATH + "?done=history.discarded"));
    }

    /** Back to the run's page, which shows how it stands now: also when somebody else was faster, or the mapping is faulty. */
    private Uni<Response> step(String id, java.util.function.Function<ImportRun, Uni<Void>> step, String done) {
        return queries.run(admin(), id)
                .chain(run -> step.apply(run).replaceWith(done).onFailure(ImportDesk::isStale).recoverWithItem(""))
                .map(told -> Html.to(PATH + "/" + id + told));
    }

    private static boolean isStale(Throwable failure) {
        return failure instanceof Refusal refusal && (refusal.status() == 409 || refusal.status() == 422);
    }
}
