package cn.shiyu.moralbank.award;

import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What section {@code moralbank} of a tenant file says of members, rules and budgets; other parts of the bank read theirs from the
 * same section. A city may leave it out: then it has no moral bank.
 *
 * @param fenPerPoint what one point is worth, in fen: when budgets are funded and when merchants are paid
 * @param rules the first version; later ones are made at the clerk's desk
 * @param sponsors whose budgets a demonstration begins with; a city at work opens its own at the desk
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BankSettings(long fenPerPoint, BankTerms rules, List<Sponsor> sponsors) {

    public static final String SECTION = "moralbank";

    private static final long FEN = 10;
    private static final BankSettings NONE = new BankSettings(FEN, null, null);

    /** @param region code of the division where the budget is for @param yuan what it begins with @param paper number of the paper */
    public record Sponsor(String sponsor, String name, String region, long yuan, String paper) {}

    public BankSettings {
        fenPerPoint = fenPerPoint == 0 ? FEN : fenPerPoint;
        rules = rules == null ? new BankTerms(List.of(), 0, 0, 0, List.of()) : rules;
        sponsors = sponsors == null ? List.of() : List.copyOf(sponsors);
    }

    public static BankSettings of(City city) {
        return city.sections().contains(SECTION) ? city.section(SECTION, BankSettings.class) : NONE;
    }

    public boolean offered() {
        return !rules.kinds().isEmpty();
    }
}
