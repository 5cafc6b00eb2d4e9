package cn.shiyu.casework;

import cn.shiyu.eventlog.StreamId;
import java.util.UUID;

/** The event stream of a case. */
final class CaseStreams {

    static final String TYPE = "case";

    private CaseStreams() {}

    static StreamId of(Case file) {
        return of(file.caseId);
    }

    static StreamId of(UUID caseId) {
        return new StreamId(TYPE, caseId);
    }
}
