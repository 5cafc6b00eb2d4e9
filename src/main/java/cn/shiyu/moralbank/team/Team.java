package cn.shiyu.moralbank.team;

import java.util.UUID;

/**
 * An organisation with an account of the bank.
 *
 * @param region code of the division it works in
 * @param points that can be spent today
 * @param treasurers how many pay from it
 * @param active false once the clerk has closed it
 */
public record Team(UUID id, String name, String region, UUID account, boolean active, long points, int treasurers) {

    /** Where the clerk works on it. */
    public String deskAddress() {
        return "/console/bank/teams/" + id;
    }

    /** Where its treasurers read it. */
    public String address() {
        return "/bank/teams/" + id;
    }
}
