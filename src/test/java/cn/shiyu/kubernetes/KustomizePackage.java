package cn.shiyu.kubernetes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The kustomize of Debian 13 (6 MB), for a machine that has none: fetched once, compared with its digest, unpacked beside the other
 * programs in {@code .shiyu/software}. It needs nothing but a C library of 2021 or later, so no package manager and no rights.
 */
final class KustomizePackage {

    private static final String VERSION = "5.6.0+ds-1+b2";
    private static final String POOL = "https://deb.debian.org/debian/pool/main/k/kustomize/kustomize_";
    /** Digests (SHA-256) by architecture, in Java's names. */
    private static final Map<String, String> DIGESTS = Map.of(
            "amd64", "552bbe5563b522685b10f75a9a226bfbee9778fc313b205d595fdbb7e9c70e33",
            "aarch64", "32d0e1959b5fc257101c8d6139da72af38ff7ce777089666f9d1c916810f1800");

    private KustomizePackage() {}

    /** Empty where it does not run or cannot be fetched. */
    static Optional<Path> program() {
        String digest = DIGESTS.get(System.getProperty("os.arch"));
        if (digest == null || !System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        Path program = Path.of(System.getProperty("shiyu.home", ".shiyu"), "software", "kustomize-" + VERSION);
        try {
            if (!Files.isExecutable(program)) {
                System.out.println("[Kubernetes] 本机没有 kustomize,正在下载 Debian 的 " + VERSION + "……(fetching kustomize)");
                unpack(fetch(digest), program.toAbsolutePath());
            }
            return Optional.of(program.toAbsolutePath());
        } catch (IOException e) {
            System.out.println("[Kubernetes] " + e);
            return Optional.empty();
        }
    }

    private static Path fetch(String digest) throws IOException {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        Path file = Files.createTempFile("kustomize", ".deb");
        HttpRequest request = HttpRequest.newBuilder(URI.create(POOL + VERSION + "_" + architecture + ".deb"))
                .timeout(Duration.ofMinutes(3))
                .build();
        try {
            int status = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofFile(file))
                    .statusCode();
            if (status != 200 || !digest.equals(sha256(file))) {
                throw new IOException(request.uri() + " answered " + status + " with something else");
            }
            return file;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** A Debian package is an ar archive; its files are in {@code data.tar.xz}. */
    private static void unpack(Path deb, Path program) throws IOException {
        try (var packed = new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(deb)))) {
            seek(packed, "data.tar.xz");
            var files = new TarArchiveInputStream(new XZInputStream(packed));
            seek(files, "./usr/bin/kustomize");
            Files.createDirectories(program.getParent());
            Path draft = Files.createTempFile(program.getParent(), "kustomize", null);
            Files.copy(files, draft, StandardCopyOption.REPLACE_EXISTING);
            draft.toFile().setExecutable(true, false);
            Files.move(draft, program, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void seek(ArchiveInputStream<? extends ArchiveEntry> archive, String name) throws IOException {
        for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return;
            }
        }
        throw new IOException("no " + name + " in the package");
    }

    private static String sha256(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
