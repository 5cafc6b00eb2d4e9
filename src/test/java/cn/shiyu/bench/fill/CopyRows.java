package cn.shiyu.bench.fill;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/** Rows of one table in PostgreSQL's binary COPY format, sent a megabyte at a time: a row costs a microsecond or two. */
public final class CopyRows {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long EPOCH_2000 = TimeUnit.SECONDS.toMicros(946_684_800L);
    private static final long DAY_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int FULL = 1 << 20;

    private final String table;
    private final int columns;
    private final String sql;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(FULL + (1 << 16));
    private final DataOutputStream out = new DataOutputStream(bytes);
    private long rows;

    public CopyRows(String table, String columns) {
        this.table = table;
        this.columns = columns.split(",").length;
        this.sql = "copy " + table + " (" + columns + ") from stdin with (format binary)";
        begin();
    }

    private void begin() {
        bytes.reset();
        write(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    /** One row; the values in the order of the columns. Strings are text, the other types are what they are. */
    public void add(Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException(table + " takes " + columns + " values, not " + values.length);
        }
        rows++;
        write(() -> {
            out.writeShort(values.length);
            for (Object value : values) {
                value(value);
            }
        });
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else if (value instanceof String text) {
            sized(text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof byte[] raw) {
            sized(raw);
        } else if (value instanceof UUID id) {
            out.writeInt(16);
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        } else if (value instanceof Instant at) {
            out.writeInt(8);
            out.writeLong(TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + at.getNano() / 1_000 - EPOCH_2000);
        } else if (value instanceof LocalDate day) {
            out.writeInt(4);
            out.writeInt((int) (day.toEpochDay() - DAY_2000));
        } else {
            number(value);
        }
    }

    private void number(Object value) throws IOException {
        if (value instanceof Integer number) {
            out.writeInt(4);
            out.writeInt(number);
        } else if (value instanceof Short number) {
            out.writeInt(2);
            out.writeShort(number);
        } else if (value instanceof Long number) {
            out.writeInt(8);
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeInt(8);
            out.writeDouble(number);
        } else if (value instanceof Boolean truth) {
            out.writeInt(1);
            out.writeByte(truth ? 1 : 0);
        } else {
            throw new IllegalArgumentException(table + ": " + value.getClass());
        }
    }

    private void sized(byte[] raw) throws IOException {
        out.writeInt(raw.length);
        out.write(raw);
    }

    /** Sends what there is once it is worth it. */
    public void sendIfFull(Connection connection) throws SQLException {
        if (bytes.size() >= FULL) {
            send(connection);
        }
    }

    public void send(Connection connection) throws SQLException {
        if (rows == 0) {
            return;
        }
        write(() -> out.writeShort(-1));
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(sql, new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(table, e);
        }
        rows = 0;
        begin();
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
