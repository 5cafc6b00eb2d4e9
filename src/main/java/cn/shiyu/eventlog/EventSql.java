package cn.shiyu.eventlog;

/** The statements of the event log. */
final class EventSql {

    static final String COLUMNS = """
            tenant_id, stream_type, stream_id, seq, event_id, type, version, occurred_at, actor_kind, actor_id, actor_name,
            actor_unit, surface, payload, words, words_salt, words_digest, prev_hash, hash""";

    static final String INSERT = "insert into event (" + COLUMNS + ") values "
            + "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";

    /** Locks the head until the transaction ends, so that appends to one stream queue up instead of failing. */
    static final String LOCK_HEAD =
            "select seq, hash from stream_head where tenant_id = $1 and stream_id = $2 and stream_type = $3 for update";

    static final String NEW_HEAD =
            "insert into stream_head (tenant_id, stream_id, stream_type, seq, hash) values ($1, $2, $3, $4, $5)";

    /** Waits for another transaction that starts the same stream; then changes nothing. */
    static final String START_HEAD = """
            insert into stream_head (tenant_id, stream_id, stream_type, seq, hash) values ($1, $2, $3, $4, $5)
            on conflict do nothing""";

    static final String MOVE_HEAD = """
            update stream_head set seq = $4, hash = $5
            where tenant_id = $1 and stream_id = $2 and stream_type = $3 and seq = $6""";

    static final String OF_STREAM = "select " + COLUMNS
            + " from event where tenant_id = $1 and stream_id = $2 and stream_type = $3 order by seq";

    private EventSql() {}
}
