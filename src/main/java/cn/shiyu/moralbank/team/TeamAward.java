package cn.shiyu.moralbank.team;

import java.time.LocalDate;
import java.util.UUID;

/** What a team was given. @param on day of the city's zone @param reason in the clerk's words */
public record TeamAward(UUID id, long points, LocalDate on, String reason, String sponsor) {}
