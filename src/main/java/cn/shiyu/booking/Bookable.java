package cn.shiyu.booking;

import java.util.UUID;

/**
 * A person, place or desk that can be booked.
 *
 * @param kind of bookables; services name theirs: LEGAL_ADVISOR
 * @param unit code of the unit it belongs to, or null
 * @param login of the member of staff it is, or null
 * @param capacity how many at the same time
 */
public record Bookable(
        UUID id,
        String code,
        String kind,
        String name,
        String place,
        String unit,
        String region,
        String login,
        int capacity,
        boolean active,
        int version) {

    /**
     * The kind of those who counsel (心理咨询). It is the product's, not the city's: who comes to them is known to them alone, whatever a
     * tenant file says.
     */
    public static final String CONFIDENTIAL = "COUNSELLOR";

    /** Whether nobody but whoever is booked sees who comes, and no booking says why. */
    public boolean confidential() {
        return CONFIDENTIAL.equals(kind);
    }

    Bookable with(int otherCapacity, boolean nowActive) {
        return new Bookable(id, code, kind, name, place, unit, region, login, otherCapacity, nowActive, version);
    }
}
