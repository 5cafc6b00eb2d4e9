package cn.shiyu.counselling;

import cn.shiyu.support.Databases;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks everywhere for words that must be nowhere, in every form in which bytes become text. */
final class Traces {

    private final List<String> forms = new ArrayList<>();
    private final List<byte[]> bytes = new ArrayList<>();

    Traces(String... words) {
        for (String word : words) {
            forms.add(word);
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, Charset.forName("GB18030"))) {
                byte[] raw = word.getBytes(charset);
                bytes.add(raw);
                forms.add(HexFormat.of().formatHex(raw));
                forms.add(HexFormat.of().withUpperCase().formatHex(raw));
            }
            base64(word.getBytes(StandardCharsets.UTF_8)).forEach(forms::add);
            forms.add(java.net.URLEncoder.encode(word, StandardCharsets.UTF_8));
            StringBuilder escaped = new StringBuilder();
            word.chars().forEach(letter -> escaped.append(String.format("\\u%04x", letter)));
            forms.add(escaped.toString());
        }
        List.copyOf(forms).forEach(form -> {
            byte[] text = form.getBytes(StandardCharsets.UTF_8);
            bytes.add(text);
            // Such a text kept in a column of bytes.
            forms.add(HexFormat.of().formatHex(text));
        });
    }

    /** As it stands in the midst of something longer, whichever of three bytes it begins at. */
    private static Stream<String> base64(byte[] raw) {
        return Stream.of(0, 1, 2).map(shift -> {
            byte[] shifted = new byte[raw.length + shift];
            System.arraycopy(raw, 0, shifted, shift, raw.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            return text.substring(shift == 0 ? 0 : shift + 1, text.length() - 2);
        });
    }

    boolean in(String text) {
        return forms.stream().anyMatch(text::contains);
    }

    boolean in(byte[] content) {
        return bytes.stream().anyMatch(one -> contains(content, one));
    }

    /** Every row of every table, partitions included, as text; columns of bytes come as hex. */
    List<String> inTables() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection owner = Databases.asSuperuser()) {
            List<String> tables = Databases.column(
                    owner,
                    "select format('%I.%I', schemaname, tablename) from pg_tables"
                            + " where schemaname not in ('pg_catalog', 'information_schema')");
            for (String table : tables) {
                Databases.column(owner, "select t::text from " + table + " t").stream()
                        .filter(this::in)
                        .forEach(row -> found.add(table));
            }
        }
        return found;
    }

    /** Every file below the folder, whatever it is. */
    List<String> inFiles(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.isReadable(file) && in(Files.readAllBytes(file))) {
                    found.add(file.toString());
                }
            }
        }
        return found;
    }

    /** Every key of Redis and what it holds. @return what answers, or an empty list */
    List<String> inRedis() throws IOException {
        List<String> found = new ArrayList<>();
        URI redis = URI.create(ConfigProvider.getConfig().getValue("shiyu.redis.url", String.class));
        try (Socket socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.setSoTimeout(200);
            String keys = new String(say(socket, "KEYS *"), StandardCharsets.UTF_8);
            for (String key : keys.split("\r\n")) {
                if (key.startsWith("*") || key.startsWith("$")) {
                    continue;
                }
                for (String read : List.of("GET %s", "HGETALL %s", "LRANGE %s 0 -1", "SMEMBERS %s", "ZRANGE %s 0 -1")) {
                    byte[] held = say(socket, read.formatted("\"" + key + "\""));
                    if (in(key) || in(held)) {
                        found.add(key);
                    }
                }
            }
        }
        return found;
    }

    private static byte[] say(Socket socket, String command) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((command + "\r\nPING\r\n").getBytes(StandardCharsets.UTF_8));
        InputStream in = socket.getInputStream();
        java.io.ByteArrayOutputStream answer = new java.io.ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try {
            while (!answer.toString(StandardCharsets.ISO_8859_1).endsWith("+PONG\r\n")) {
                answer.write(some, 0, in.read(some));
            }
        } catch (SocketTimeoutException e) {
            throw new IOException("redis did not answer " + command, e);
        }
        return answer.toByteArray();
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        outer:
        for (int at = 0; at <= content.length - wanted.length; at++) {
            for (int i = 0; i < wanted.length; i++) {
                if (content[at + i] != wanted[i]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
