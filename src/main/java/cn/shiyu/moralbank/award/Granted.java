package cn.shiyu.moralbank.award;

import java.util.UUID;

/**
 * What was given.
 *
 * @param award null for whoever is no member: nothing is kept of them, and a later joining gives nothing back
 * @param capped {@code day}, {@code month} or {@code total}: the cap that cut it; {@code not-a-member}; null: given in full
 * @param transfer null when no points were given
 */
public record Granted(UUID award, long points, String capped, UUID transfer) {

    public static final String NOT_A_MEMBER = "not-a-member";
}
