package cn.shiyu.moralbank.honour;

import java.time.LocalDate;
import java.util.List;

/**
 * The boards of a span so far.
 *
 * @param starts its first day @param communities of five people or more, most first
 * @param small full names of communities with fewer, by code: no figures @param persons who agreed
 */
public record Boards(
        BoardSpan span, LocalDate starts, BoardMeasure by, List<Ranked<CommunityLine>> communities, List<String> small,
        List<Ranked<PersonLine>> persons) {}
