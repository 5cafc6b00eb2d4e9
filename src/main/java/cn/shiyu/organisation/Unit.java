package cn.shiyu.organisation;

/**
 * A unit of a city.
 *
 * @param code {@code C…} centre and {@code T…} township's government with the region's code, {@code D-…} department
 * @param regionCode the region it stands for
 * @param parentCode the centre that stands above it; null for the city's own centre
 * @param duties one sentence; null for centres and governments
 * @param liaison login of the 联络员 bound to answer; null for centres, and where nobody is named
 */
public record Unit(
        String code, UnitKind kind, String name, String regionCode, String parentCode, String duties, String liaison) {

    /** 采办分离: a centre receives and dispatches, it never handles. */
    public boolean handles() {
        return kind != UnitKind.CENTRE;
    }
}
