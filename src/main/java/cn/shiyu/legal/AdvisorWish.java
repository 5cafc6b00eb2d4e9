package cn.shiyu.legal;

/** What somebody looks for in an advisor; null or blank: any. @param region of this city, 12 digits */
public record AdvisorWish(String region, String field, String language) {

    public AdvisorWish {
        region = blankless(region);
        field = blankless(field);
        language = blankless(language);
    }

    public static AdvisorWish near(String region) {
        return new AdvisorWish(region, null, null);
    }

    private static String blankless(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
