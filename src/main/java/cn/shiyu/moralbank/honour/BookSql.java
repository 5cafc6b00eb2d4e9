package cn.shiyu.moralbank.honour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statement of one page: only the conditions that hold, so that the index fits them. */
final class BookSql {

    private static final String COLUMNS = """
            select h.award_id, h.account_id, h.kind, h.day, h.region, h.minutes, h.points, h.hidden, c.naming, c.pen_sealed, m.name_sealed
            from bank_honour h
            join bank_honour_consent c on c.tenant_id = h.tenant_id and c.account_id = h.account_id and c.book
            join bank_member m on m.tenant_id = h.tenant_id and m.account_id = h.account_id
            where h.tenant_id = ?""";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    BookSql(String tenant) {
        arguments.add(tenant);
    }

    BookSql and(String condition, Object... values) {
        conditions.add(condition);
        arguments.addAll(List.of(values));
        return this;
    }

    /** @param most how many lines */
    String text(int most) {
        String all = conditions.stream().map(one -> " and " + one).collect(Collectors.joining("", COLUMNS, ""));
        StringBuilder numbered = new StringBuilder();
        int count = 0;
        for (char letter : all.toCharArray()) {
            if (letter == '?') {
                numbered.append('$').append(++count);
            } else {
                numbered.append(letter);
            }
        }
        return numbered + " order by h.day desc, h.award_id desc limit " + most;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
