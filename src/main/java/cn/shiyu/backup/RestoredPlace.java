package cn.shiyu.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder restored into: {@code data} for the server, {@code tablespaces}, {@code files} for the application, and
 * {@code backup} with what the check afterwards needs.
 */
record RestoredPlace(Path root) {

    /** Only a server that is complete has its name. */
    Path unfinished() {
        return root.resolve("data" + Repository.PARTIAL);
    }

    Path data() {
        return root.resolve(StoredBackup.DATA);
    }

    Path tablespace(String oid) {
        return root.resolve(StoredBackup.TABLESPACES).resolve(oid);
    }

    Path uploads() {
        return root.resolve(StoredBackup.UPLOADS);
    }

    Path notes() {
        return root.resolve("backup");
    }

    /** PostgreSQL refuses a folder that others can look into. */
    static void onlyForTheOwner(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** The last step: whatever happened before leaves no server that could be started. */
    void complete() throws IOException, InterruptedException {
        Disk.settle(root);
        Files.move(unfinished(), data(), StandardCopyOption.ATOMIC_MOVE);
        Disk.force(root);
    }
}
