package cn.shiyu.casework;

import java.time.Instant;
import java.util.List;

/**
 * One line of the time line.
 *
 * @param type the event's type; its words are the message {@code timeline.<type>}
 * @param who a unit's name; for staff also the person's; never a resident's name
 * @param forResident whether residents read it too
 */
public record TimeLineEntry(
        int seq, Instant at, String type, String who, String words, List<Detail> details, boolean forResident) {

    /** @param key message {@code timeline.detail.<key>} */
    public record Detail(String key, String value) {}
}
