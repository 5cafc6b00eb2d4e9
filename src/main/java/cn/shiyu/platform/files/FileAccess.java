package cn.shiyu.platform.files;

import cn.shiyu.identity.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Says who may read the files of one type of subject; a CDI bean of the capability that owns the subject. */
public interface FileAccess {

    /** One bean a type. */
    String subjectType();

    /** False also for a subject that does not exist: the two must not be told apart. */
    Uni<Boolean> mayRead(Caller caller, UUID subjectId);
}
