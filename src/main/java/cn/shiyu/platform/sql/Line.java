package cn.shiyu.platform.sql;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One row of a result; columns are counted from 0. The two clients answer some types differently; here they are
 * alike.
 */
public record Line(Object[] values) {

    /** A row as the plain client's cursors give it. */
    public static Line of(Row row) {
        Object[] values = new Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getValue(i);
        }
        return new Line(values);
    }

    public String text(int column) {
        return (String) values[column];
    }

    public UUID uuid(int column) {
        return (UUID) values[column];
    }

    public int number(int column) {
        return ((Number) values[column]).intValue();
    }

    public long bigNumber(int column) {
        return ((Number) values[column]).longValue();
    }

    public double fraction(int column) {
        return ((Number) values[column]).doubleValue();
    }

    public boolean truth(int column) {
        return (Boolean) values[column];
    }

    public byte[] bytes(int column) {
        Object value = values[column];
        if (value instanceof io.vertx.mutiny.core.buffer.Buffer wrapped) {
            return wrapped.getBytes();
        }
        return value instanceof Buffer buffer ? buffer.getBytes() : (byte[]) value;
    }

    public Instant instant(int column) {
        Object value = values[column];
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    public boolean missing(int column) {
        return values[column] == null;
    }
}
