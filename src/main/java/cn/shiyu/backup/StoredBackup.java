package cn.shiyu.backup;

import java.nio.file.Path;

/** One complete backup on the disk. */
record StoredBackup(Path folder, Manifest manifest) {

    static final String DATA = "data";
    static final String TABLESPACES = "tablespaces";
    static final String SETTINGS = "settings";
    static final String UPLOADS = "files";

    static StoredBackup in(Path folder) {
        return new StoredBackup(folder, Manifest.read(folder));
    }

    Path uploads() {
        return folder.resolve(UPLOADS);
    }
}
