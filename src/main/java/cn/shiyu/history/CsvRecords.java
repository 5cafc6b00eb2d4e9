package cn.shiyu.history;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The records of a CSV file (RFC 4180), one at a time, so that a file of any size takes the same memory. A parser would do this
 * too, but would not say on which line a record stood and how it was written, and a quote that never closes would swallow
 * the rest of the file: here it costs the one line on which it stands. Blocking; not for two threads.
 */
final class CsvRecords implements Closeable {

    /** What is longer has a quote that was never closed. */
    static final int LONGEST = 200_000;

    private final Counted bytes;
    private final BufferedReader reader;
    private final char separator;
    private final StringBuilder ahead = new StringBuilder();
    private final char[] chunk = new char[1 << 13];
    private int at;
    private int line = 1;

    private CsvRecords(Counted bytes, BufferedReader reader, char separator) {
        this.bytes = bytes;
        this.reader = reader;
        this.separator = separator;
    }

    static CsvRecords of(Path file, FileEncoding encoding, char separator) throws IOException {
        Counted bytes = new Counted(new BufferedInputStream(Files.newInputStream(file)));
        if (encoding.mark()) {
            bytes.readNBytes(3);
        }
        // A byte that is no character becomes U+FFFD: the line is judged by it, not the file.
        CharsetDecoder decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new CsvRecords(bytes, new BufferedReader(new InputStreamReader(bytes, decoder)), separator);
    }

    /** @return the next record that is not blank; null behind the last */
    CsvRecord next() throws IOException {
        while (has(at)) {
            int start = at;
            boolean whole = walk();
            if (!whole) {
                at = start;
                walkLine();
            }
            CsvRecord record = new CsvRecord(line, ahead.substring(start, at), !whole);
            leave(record.text());
            if (!record.text().isBlank()) {
                return record;
            }
        }
        return null;
    }

    /** Roughly how far the file has been read; a little ahead of the records. */
    long bytesRead() {
        return bytes.count;
    }

    /** Goes to the end of the record; false when its quotes do not close, or close in the middle of a column. */
    private boolean walk() throws IOException {
        int start = at;
        boolean quoted = false;
        boolean begins = true;
        for (; has(at); at++) {
            char c = ahead.charAt(at);
            if (at - start > LONGEST) {
                return false;
            }
            if (!quoted && endsLine(c)) {
                return true;
            }
            if (quoted && c == '"') {
                if (is(at + 1, '"')) {
                    at++;
                } else if (has(at + 1) && !endsLine(ahead.charAt(at + 1)) && ahead.charAt(at + 1) != separator) {
                    return false;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && begins) {
                quoted = true;
            }
            begins = !quoted && c == separator;
        }
        return !quoted;
    }

    /** A record with an open quote is the line on which it stands; what comes behind it is read as the next one. */
    private void walkLine() throws IOException {
        int start = at;
        while (has(at) && !endsLine(ahead.charAt(at)) && at - start < LONGEST) {
            at++;
        }
    }

    private void leave(String text) throws IOException {
        line += (int) text.replace("\r\n", "\n").chars().filter(c -> endsLine((char) c)).count();
        if (is(at, '\r') && is(at + 1, '\n')) {
            at++;
        }
        if (has(at) && endsLine(ahead.charAt(at))) {
            at++;
            line++;
        }
        if (at > 1 << 16) {
            ahead.delete(0, at);
            at = 0;
        }
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }

    private boolean is(int place, char c) throws IOException {
        return has(place) && ahead.charAt(place) == c;
    }

    private boolean has(int place) throws IOException {
        while (place >= ahead.length()) {
            int read = reader.read(chunk);
            if (read < 0) {
                return false;
            }
            ahead.append(chunk, 0, read);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            count += Math.max(read, 0);
            return read;
        }
    }
}
