package cn.shiyu.casework.portal;

import cn.shiyu.casework.DraftFile;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.files.FileFlow;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Takes in the files of one form, one after the other, and says of each that cannot be taken why, by its name. */
@ApplicationScoped
class ReportUploads {

    @Inject
    FileFlow files;

    record Taken(List<DraftFile> kept, List<FieldError> refused) {}

    private record One(DraftFile kept, List<FieldError> refused) {}

    Uni<Taken> take(Caller resident, List<FileUpload> sent) {
        // An input left empty is sent as a file without a name.
        return Multi.createFrom()
                .iterable(sent.stream().filter(upload -> !upload.fileName().isBlank()).toList())
                .onItem()
                .transformToUniAndConcatenate(upload -> one(resident, upload))
                .collect()
                .asList()
                .map(ReportUploads::together);
    }

    private Uni<One> one(Caller resident, FileUpload upload) {
        return files.accept(resident, upload)
                .map(file -> new One(new DraftFile(file.id(), file.mediaType()), List.of()))
                .onFailure(Refusal.class)
                .recoverWithItem(refused -> new One(null, named(upload, (Refusal) refused)));
    }

    private static List<FieldError> named(FileUpload upload, Refusal refusal) {
        List<FieldError> wrong = refusal.errors().isEmpty()
                ? List.of(new FieldError("photos", refusal.sentence()))
                : refusal.errors();
        return wrong.stream()
                .map(error -> new FieldError(
                        error.field(), Messages.get("report.fileWrong", upload.fileName(), error.message())))
                .toList();
    }

    private static Taken together(List<One> all) {
        return new Taken(
                all.stream().flatMap(one -> Optional.ofNullable(one.kept()).stream()).toList(),
                all.stream().flatMap(one -> one.refused().stream()).toList());
    }
}
