package cn.shiyu.counselling;

/** Who offers counselling: a social organisation (社会组织) or a group of volunteers (志愿者). */
public record Provider(String code, String name, Kind kind, String words) {

    /** Which of the two. */
    public enum Kind {
        /** 社会组织 */
        ORGANISATION,
        /** 志愿者 */
        VOLUNTEER
    }
}
