package cn.shiyu.moralbank.deed;

import cn.shiyu.platform.web.Photo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A good deed as its reader sees it.
 *
 * @param words null once its people have left
 * @param byMe whether the reader did it; false for who told it and for staff
 * @param reason of a refusal @param answer the clerk's on an appeal
 * @param acts names of what the reader can do now
 * @param votes how many agree, refuse and recused themselves; for the committee and the clerk alone, else null
 * @param odd what is worth a look; for the committee and the clerk alone
 */
public record DeedView(
        UUID id, DeedStatus status, String kindName, String region, LocalDate doneOn, String words, boolean own, boolean byMe,
        Instant toldAt, Instant claimUntil, List<Photo> photos, String reason, Instant appealUntil, String appeal, String answer,
        Long points, String capped, List<String> acts, Votes votes, List<DeedOddity> odd) {

    public record Votes(long agree, long refuse, long recused, String own) {}

    public boolean may(String act) {
        return acts.contains(act);
    }
}
