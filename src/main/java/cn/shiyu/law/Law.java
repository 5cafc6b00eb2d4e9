package cn.shiyu.law;

import java.time.LocalDate;
import java.util.List;

/**
 * A law with its versions.
 *
 * @param name as people call it: 民法典
 * @param title in full
 * @param versions oldest first; a later one ends the one before
 */
public record Law(String id, String name, String title, LawLevel level, List<LawVersion> versions) {

    /** The version in force on the day; else the last one that had begun, which is then 失效; else the first. */
    public LawVersion on(LocalDate day) {
        return versions.stream()
                .filter(version -> !day.isBefore(version.effective()))
                .reduce((earlier, later) -> later)
                .orElse(versions.get(0));
    }
}
