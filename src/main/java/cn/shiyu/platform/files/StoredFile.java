package cn.shiyu.platform.files;

import cn.shiyu.identity.Caller;
import java.util.UUID;

/** A row of the table {@code file}. */
record StoredFile(FileRef ref, String ownerKind, String ownerId, String subjectType, UUID subjectId, byte[] sm3) {

    boolean isAttached() {
        return subjectId != null;
    }

    boolean isOf(Caller caller) {
        return ownerKind.equals(caller.kind().name()) && ownerId.equals(caller.id());
    }
}
