package cn.shiyu.history;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What somebody sent as a table: whether it is text at all, and what stands between its columns. Blocking. */
final class UploadedTable {

    private UploadedTable() {}

    /** @throws Refusal 422 naming {@code file}, for an empty file and for a spreadsheet program's own format */
    static void refuseIfNone(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw Refusal.badInput("file", Messages.get("history.file.empty"));
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] head = bytes.readNBytes(4);
            boolean zip = head.length == 4 && head[0] == 'P' && head[1] == 'K';
            boolean compound = head.length == 4 && head[0] == (byte) 0xD0 && head[1] == (byte) 0xCF;
            if (zip || compound) {
                throw Refusal.badInput("file", Messages.get("history.file.spreadsheet"));
            }
        }
    }

    /** The one of comma, tab and semicolon that makes most columns of the header. */
    static char separator(Path file) throws IOException {
        char best = ',';
        int most = 0;
        for (char one : new char[] {',', '\t', ';'}) {
            try (SourceFile source = SourceFile.open(file, one)) {
                if (source.header().size() > most) {
                    most = source.header().size();
                    best = one;
                }
            }
        }
        return best;
    }
}
