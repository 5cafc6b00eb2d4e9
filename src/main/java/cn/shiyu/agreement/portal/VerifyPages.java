package cn.shiyu.agreement.portal;

import cn.shiyu.agreement.AgreementQueries;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.files.FileWorkers;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Times;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.file.Files;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 核验: whether a paper somebody holds is the very one that is in force; it says since when, and nothing else. */
@Path("/agreement-verification")
@Authenticated
public class VerifyPages {

    private static final long LARGEST = 5L << 20;
    private static final int MOST = 30;

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    AgreementQueries queries;

    @Inject
    FileWorkers workers;

    @Inject
    RateLimiter limiter;

    @GET
    public Uni<Response> form() {
        return Html.page(AgreementTemplates.verify(Form.empty(), null, false));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> verify(@RestForm("paper") FileUpload paper) {
        if (paper == null || paper.size() == 0 || paper.size() > LARGEST) {
            Form form = Form.empty().wrong("paper", Messages.get("agreement.refusal.paper"));
            return Html.page(422, AgreementTemplates.verify(form, null, false));
        }
        String who = caller.get().kind() + ":" + caller.get().id();
        return limiter.admit(city.get().id(), "agreement-verification", who, MOST, Duration.ofHours(1))
                .chain(() -> workers.run(() -> Files.readAllBytes(paper.uploadedFile())))
                .chain(bytes -> queries.verify(city.get(), bytes))
                .chain(since -> Html.page(AgreementTemplates.verify(
                        Form.empty(),
                        since.map(at -> Messages.get("agreement.verifySame", Times.minute(at)))
                                .orElseGet(() -> Messages.get("agreement.verifyOther")),
                        since.isPresent())));
    }
}
