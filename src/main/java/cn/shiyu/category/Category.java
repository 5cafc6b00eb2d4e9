package cn.shiyu.category;

import java.util.List;

/**
 * One topic of a city's tree (事项分类).
 *
 * @param code dotted path: {@code urban.sanitation}
 * @param parent null at the top
 * @param leads departments that usually lead; a suggestion, never a rule
 * @param keywords words by which residents name it
 * @param defaultGrade grade to start from, null for 一般
 */
public record Category(
        String code, String name, String parent, List<String> leads, List<String> keywords, String defaultGrade) {}
