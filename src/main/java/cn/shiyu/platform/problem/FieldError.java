package cn.shiyu.platform.problem;

/**
 * One field at fault.
 *
 * @param field the form's or JSON's own name
 * @param message Chinese: what is wrong and the way out
 */
public record FieldError(String field, String message) {}
