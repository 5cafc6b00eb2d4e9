package cn.shiyu.mediation;

import cn.shiyu.platform.web.Messages;
import java.time.Instant;
import java.util.UUID;

/**
 * 调解会: one session at the table.
 *
 * @param place where, or the address of the video room
 * @param applicantComes null until answered
 * @param minutes null until it was held
 */
public record Meeting(
        UUID id, UUID booking, Way way, String place, Instant start, Instant end, State state, Boolean applicantComes,
        Boolean respondentComes, String minutes, Instant minutesAt) {

    /** Where people meet. */
    public enum Way {
        /** 当面 */
        IN_PERSON,
        /** 视频 */
        VIDEO,
        /** 巡回法庭: a court's mobile seat */
        COURT_SEAT
    }

    /** How far it is. */
    public enum State {
        PLANNED,
        HELD,
        CANCELLED
    }

    public boolean isPlanned() {
        return state == State.PLANNED;
    }

    public boolean isVideo() {
        return way == Way.VIDEO;
    }

    /** What a side said about coming, in words. @param side APPLICANT or RESPONDENT */
    public String said(String side) {
        Boolean comes = Side.valueOf(side) == Side.APPLICANT ? applicantComes : respondentComes;
        String answer = comes == null ? "comesWait" : comes ? "comesYes" : "comesNo";
        return Messages.get("mediation." + answer, Messages.get("mediation." + side));
    }
}
