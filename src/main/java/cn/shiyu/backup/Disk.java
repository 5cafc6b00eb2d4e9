package cn.shiyu.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes files survive the power. */
final class Disk {

    private Disk() {}

    /** Everything below a folder. A thousand small files take seconds one by one, and a moment together. */
    static void settle(Path folder) throws IOException, InterruptedException {
        if (!settledTogether(folder)) {
            settleOneByOne(folder);
        }
    }

    private static boolean settledTogether(Path folder) throws InterruptedException {
        try {
            return new ProcessBuilder("sync", "-f", folder.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static void settleOneByOne(Path folder) throws IOException {
        Files.walkFileTree(folder, new Trees.Visitor() {
            @Override
            void plainFile(Path file, long size) throws IOException {
                force(file);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException failure) throws IOException {
                force(each);
                return super.postVisitDirectory(each, failure);
            }
        });
    }

    /** One file, or the names in one folder. */
    static void force(Path path) throws IOException {
        try (FileChannel open = FileChannel.open(path, StandardOpenOption.READ)) {
            open.force(true);
        }
    }
}
