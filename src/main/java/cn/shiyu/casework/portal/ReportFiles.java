package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseDraft;
import cn.shiyu.casework.CaseDrafts;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Site;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.security.Authenticated;
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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The wizard's page of photos and recordings. Each file is judged by itself: one bad photo does not cost the good ones. */
@Path("/report/files")
@Authenticated
public class ReportFiles {

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentCity city;

    @Inject
    Site site;

    @Inject
    CaseDrafts drafts;

    @Inject
    ReportFaults faults;

    @Inject
    ReportUploads uploads;

    @Inject
    Clock clock;

    @GET
    public Uni<Response> show(@QueryParam("from") String from) {
        return drafts.of(caller.resident()).chain(draft -> page(200, draft, List.of(), from));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> add(
            @RestForm("photos") List<FileUpload> photos,
            @RestForm("sound") List<FileUpload> sound,
            @RestForm("act") String act,
            @QueryParam("from") String from) {
        Caller resident = caller.resident();
        List<FileUpload> sent = new ArrayList<>(photos);
        sent.addAll(sound);
        return uploads.take(resident, sent)
                .chain(taken -> drafts.of(resident)
                        .map(draft -> draft.plus(taken.kept()))
                        .call(draft -> drafts.save(resident, draft))
                        .chain(draft -> onward(draft, taken.refused(), act, from)));
    }

    @POST
    @Path("/{id}/removal")
    public Uni<Response> remove(@PathParam("id") UUID id, @QueryParam("from") String from) {
        Caller resident = caller.resident();
        return drafts.of(resident)
                .map(draft -> draft.withoutFile(id))
                .chain(draft -> drafts.save(resident, draft))
                .map(draft -> Html.to(of(draft, List.of(), from).action()));
    }

    private Uni<Response> onward(CaseDraft draft, List<FieldError> refused, String act, String from) {
        List<FieldError> wrong = new ArrayList<>(refused);
        wrong.addAll(faults.of(city.get(), draft, ReportStep.FILES));
        if (!wrong.isEmpty()) {
            return page(422, draft, wrong, from);
        }
        ReportPage page = of(draft, wrong, from);
        return Uni.createFrom().item(Html.to(
                switch (act == null ? "" : act) {
                    case "later" -> "/?done=report.saved";
                    case "add" -> page.action();
                    default -> page.next();
                }));
    }

    private Uni<Response> page(int status, CaseDraft draft, List<FieldError> wrong, String from) {
        CaseDraft kept = fresh(draft);
        boolean lost = kept.files().size() < draft.files().size();
        return Html.page(status, ReportTemplates.files(of(kept, wrong, from), lost));
    }

    /** Without uploads that are about to be swept away; the page says so. */
    private CaseDraft fresh(CaseDraft draft) {
        return draft.withFiles(
                draft.files().stream().filter(file -> !file.isStale(clock.instant())).toList());
    }

    private ReportPage of(CaseDraft draft, List<FieldError> wrong, String from) {
        return ReportPage.of(ReportStep.FILES, draft, wrong, site.elder(), "check".equals(from));
    }
}
