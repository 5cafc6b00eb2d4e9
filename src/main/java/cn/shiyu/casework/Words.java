package cn.shiyu.casework;

import cn.shiyu.platform.problem.Refusal;

/** Text that people type: trimmed, measured in characters, never cut silently. */
final class Words {

    static final int LONG = 4000;
    static final int SHORT = 100;

    private Words() {}

    /** @throws Refusal 422 naming the field when empty or longer than {@code most} characters */
    static String required(String field, String name, String typed, int most) {
        String text = optional(field, name, typed, most);
        if (text == null) {
            throw Refusal.badInput(field, "请填写" + name + "。");
        }
        return text;
    }

    static String optional(String field, String name, String typed, int most) {
        String text = typed == null ? "" : typed.strip();
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw Refusal.badInput(field, "%s最多 %d 字,现在是 %d 字,请删减后再提交。".formatted(name, most, length));
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.badInput(field, name + "中有无法识别的字符,请重新输入。");
        }
        return text.isEmpty() ? null : text;
    }
}
