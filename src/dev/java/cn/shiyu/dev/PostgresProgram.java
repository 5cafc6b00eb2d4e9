package cn.shiyu.dev;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** PostgreSQL's programs for this machine, unpacked from their Maven artifact. */
final class PostgresProgram {

    static final String VERSION = "18";

    private PostgresProgram() {}

    static Path unpackedInto(Path software) throws IOException {
        Path folder = Home.folder(software.resolve("postgresql-" + VERSION));
        try (InputStream archive = PostgresProgram.class.getClassLoader().getResourceAsStream(archiveName())) {
            if (archive == null) {
                throw new IllegalStateException("没有适合本机的 PostgreSQL: " + archiveName());
            }
            Archive.unpack(archive, folder);
        }
        return folder;
    }

    private static String archiveName() {
        String os = System.getProperty("os.name").toLowerCase();
        String system = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + processor + ".txz";
    }
}
