package cn.shiyu.moralbank.member;

import java.time.LocalDate;
import java.util.List;

/** What a member has. @param points that can be spent today @param expiring how many run out when, soonest first */
public record Standing(Member member, long points, List<Expiring> expiring) {

    /** @param on last day on which they can be spent, city's zone */
    public record Expiring(LocalDate on, long points) {}
}
