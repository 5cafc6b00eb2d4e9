package cn.shiyu.eventlog;

import cn.shiyu.bench.fill.CopyRows;
import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events of a generated case, chained by the real chain: the verification finds nothing to complain about. */
public final class GeneratedStream {

    private final TenantId tenant;
    private final StreamId stream;
    private final List<Entry> entries = new ArrayList<>(9);
    private Head head;

    public GeneratedStream(TenantId tenant, StreamId stream) {
        this.tenant = tenant;
        this.stream = stream;
        this.head = Head.ofNew(tenant, stream);
    }

    public static CopyRows eventRows() {
        return new CopyRows("event", EventSql.COLUMNS);
    }

    public static CopyRows headRows() {
        return new CopyRows("stream_head", "tenant_id, stream_id, stream_type, seq, hash");
    }

    public void append(Caller caller, String unit, Instant at, NewEvent fact) {
        Entry entry = head.extend(caller, unit, List.of(fact), at).get(0);
        entries.add(entry);
        head = new Head(tenant, stream, entry.seq(), entry.hash());
    }

    public void write(CopyRows events, CopyRows heads) {
        entries.forEach(entry -> events.add(entry.columns()));
        heads.add(tenant.value(), stream.id(), stream.type(), head.seq(), head.hash());
    }
}
