package cn.shiyu.eventlog;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Surface;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;

/** One row of the table {@code event}, with the links of the chain. Field names follow the columns. */
record Entry(
        TenantId tenant,
        StreamId stream,
        int seq,
        UUID eventId,
        String type,
        int version,
        Instant occurredAt,
        String actorKind,
        String actorId,
        String actorName,
        String actorUnit,
        String surface,
        String payload,
        Words words,
        byte[] prevHash,
        byte[] hash) {

    Entry linked(byte[] ownHash) {
        return new Entry(
                tenant,
                stream,
                seq,
                eventId,
                type,
                version,
                occurredAt,
                actorKind,
                actorId,
                actorName,
                actorUnit,
                surface,
                payload,
                words,
                prevHash,
                ownHash);
    }

    /** Reads a row whose columns are {@link EventSql#COLUMNS}. */
    static Entry read(Line line) {
        return new Entry(
                new TenantId(line.text(0)),
                new StreamId(line.text(1), line.uuid(2)),
                line.number(3),
                line.uuid(4),
                line.text(5),
                line.number(6),
                line.instant(7),
                line.text(8),
                line.text(9),
                line.text(10),
                line.text(11),
                line.text(12),
                line.text(13),
                new Words(line.text(14), line.bytes(15), line.bytes(16)),
                line.bytes(17),
                line.bytes(18));
    }

    StoredEvent view() {
        return new StoredEvent(
                stream,
                seq,
                eventId,
                type,
                version,
                occurredAt,
                ActorKind.valueOf(actorKind),
                actorId,
                actorName,
                actorUnit,
                Surface.valueOf(surface),
                CanonicalJson.read(payload),
                words.text(),
                words.erased());
    }

    /** In the order of {@link EventSql#COLUMNS}. */
    Object[] columns() {
        return new Object[] {
            tenant.value(),
            stream.type(),
            stream.id(),
            seq,
            eventId,
            type,
            (short) version,
            occurredAt,
            actorKind,
            actorId,
            actorName,
            actorUnit,
            surface,
            payload,
            words.text(),
            words.salt(),
            words.digest(),
            prevHash,
            hash
        };
    }
}
