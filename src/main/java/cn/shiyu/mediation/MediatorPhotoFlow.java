package cn.shiyu.mediation;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.files.FileAccess;
import cn.shiyu.platform.files.FileFlow;
import cn.shiyu.platform.files.FileRef;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The picture on a mediator's card, brought by the mediator; for anybody of the city to see. */
@ApplicationScoped
public class MediatorPhotoFlow implements FileAccess {

    static final String FILES = "mediator-photo";

    @Inject
    FileFlow files;

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    /** @throws cn.shiyu.platform.problem.Refusal 422 {@code photo} when there is none, or it is no picture; 403 for who is no mediator */
    public Uni<Void> change(Caller mediator, List<FileUpload> uploads) {
        City city = cities.byId(mediator.tenant());
        if (!MediationSight.isMediator(mediator) || MediationSettings.of(city).mediator(mediator.id()).isEmpty()) {
            throw MediationRefusals.notYours();
        }
        return files.acceptAll(mediator, "photo", uploads)
                .map(kept -> kept.stream().filter(FileRef::isPhoto).findFirst()
                        .orElseThrow(() -> MediationRefusals.field("photo", "photo")))
                .chain(photo -> sql.inTx(city.id(), connection -> files
                        .attach(connection, mediator, "photo", List.of(photo.id()), FILES, subject(mediator.id()))
                        .chain(() -> MediatorRecords.photo(Statements.on(connection), city.id(), mediator.id(), photo.id()))))
                .replaceWithVoid();
    }

    private static UUID subject(String login) {
        return UUID.nameUUIDFromBytes((FILES + ":" + login).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String subjectType() {
        return FILES;
    }

    @Override
    public Uni<Boolean> mayRead(Caller caller, UUID subject) {
        return Uni.createFrom().item(true);
    }
}
