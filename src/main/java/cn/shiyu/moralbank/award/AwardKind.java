package cn.shiyu.moralbank.award;

import cn.shiyu.identity.Role;
import java.util.List;

/**
 * One kind of thing that earns points.
 *
 * @param code {@code volunteering}, {@code deed.help}…; stays the same over versions
 * @param name Chinese
 * @param points for one unit
 * @param perDay most points of this kind for what was done on one day; {@code perMonth} in one calendar month
 * @param givers roles whose holders may give it; whatever follows by itself may always
 */
public record AwardKind(String code, String name, long points, AwardUnit unit, long perDay, long perMonth, List<Role> givers) {

    public AwardKind {
        givers = givers == null ? List.of() : List.copyOf(givers);
    }
}
