package cn.shiyu.history;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a file's characters are written: UTF-8 (with its mark or without) where all of it is, else GB18030, which what
 * Chinese spreadsheets save as CSV is. Chinese text in GB18030 is never valid UTF-8 for long, so looking at all of it tells.
 *
 * @param mark whether the first three bytes are UTF-8's mark and no text
 */
record FileEncoding(Charset charset, boolean mark) {

    private static final int AT_ONCE = 1 << 16;

    static final Charset GB18030 = Charset.forName("GB18030");

    /** Blocking: reads the file once. */
    static FileEncoding of(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] head = bytes.readNBytes(3);
            if (head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
                return new FileEncoding(StandardCharsets.UTF_8, true);
            }
        }
        return new FileEncoding(isUtf8(file) ? StandardCharsets.UTF_8 : GB18030, false);
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer thrownAway = CharBuffer.allocate(AT_ONCE);
        ByteBuffer buffer = ByteBuffer.allocate(AT_ONCE);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            for (int read = 0; read >= 0; ) {
                read = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
                buffer.limit(buffer.position() + Math.max(read, 0)).position(0);
                CoderResult result = strict.decode(buffer, thrownAway.clear(), read < 0);
                if (result.isError()) {
                    return false;
                }
                buffer.compact();
            }
        }
        return true;
    }

    String words() {
        return charset.name() + (mark ? " (BOM)" : "");
    }
}
