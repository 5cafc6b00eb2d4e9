package cn.shiyu.counselling;

import java.util.List;

/**
 * One counsellor as the tenant file lists them.
 *
 * @param login the member of staff; holds the post {@code COUNSELLOR}
 * @param name as residents see it
 * @param bookable code in section {@code booking}, or null for who is written to alone
 */
public record Counsellor(
        String login,
        String provider,
        String name,
        String words,
        List<String> fields,
        List<String> languages,
        List<Way> ways,
        String bookable) {

    public Counsellor {
        fields = fields == null ? List.of() : List.copyOf(fields);
        languages = languages == null ? List.of() : List.copyOf(languages);
        ways = ways == null ? List.of() : List.copyOf(ways);
    }

    public boolean writes() {
        return ways.contains(Way.WRITTEN);
    }
}
