package cn.shiyu.moralbank.household;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A household as one of its members sees it.
 *
 * @param confirmed false while the reader is not let in yet: then nothing but the name is shown
 * @param points that can be spent today
 * @param code by which somebody asks to be let in until {@code codeUntil}; null where there is none that works
 */
public record Household(
        UUID id, UUID account, String name, boolean confirmed, long points, String code, Instant codeUntil, List<Housemate> mates) {

    /** @param account stands for the person in addresses: it is no other table's key to them @param own whether it is the reader */
    public record Housemate(UUID account, String name, boolean confirmed, boolean own) {}
}
