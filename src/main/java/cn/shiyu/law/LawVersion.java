package cn.shiyu.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A law as it read from one day to another.
 *
 * @param effective first day in force
 * @param ended first day no longer in force, or null while it is
 * @param articles in their order
 */
public record LawVersion(LocalDate dated, LocalDate effective, LocalDate ended, List<String> history, List<Article> articles) {

    public boolean inForce(LocalDate day) {
        return !day.isBefore(effective) && (ended == null || day.isBefore(ended));
    }

    public Optional<Article> article(int number) {
        return articles.stream().filter(article -> article.number() == number).findFirst();
    }
}
