package cn.shiyu.moralbank.volunteering;

import java.time.Instant;
import java.util.UUID;

/**
 * An activity as people read it.
 *
 * @param kind code and {@code kindName} Chinese
 * @param unit Chinese name of who publishes it @param region Chinese
 * @param opens and {@code closes}: between them codes are taken
 * @param own what the reader has to do with it, null for nothing
 */
public record ActivityView(
        UUID id, ActivityStatus status, String title, String words, String kind, String kindName, String unit, String place,
        String regionCode, String region, Instant starts, Instant ends, Instant signUpUntil, Instant opens, Instant closes,
        int capacity, int taken, String cancelledBecause, Own own, boolean maySignUp) {

    /**
     * @param state {@code SIGNED} or {@code WAITING}
     * @param ahead how many wait before them, where they wait
     * @param minutes confirmed, null before @param points booked, null before
     * @param mayCheckIn and {@code mayCheckOut}: what the code of the moment would do now
     */
    public record Own(
            String state, Integer ahead, Instant in, Instant out, Integer minutes, Long points, String capped, boolean mayWithdraw,
            boolean mayCheckIn, boolean mayCheckOut) {}

    public int free() {
        return capacity - taken;
    }
}
