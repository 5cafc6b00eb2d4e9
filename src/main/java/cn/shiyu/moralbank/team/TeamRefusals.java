package cn.shiyu.moralbank.team;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;

/** What cannot be done with a team, in words; each with its stable code. */
final class TeamRefusals {

    private TeamRefusals() {}

    /** @param key below {@code team.refusal} */
    static Refusal field(String field, String key, Object... filled) {
        return Refusal.badInput(field, Messages.get("team.refusal." + key, filled));
    }

    /** @param key below {@code team.refusal} */
    static Refusal conflict(String code, String key, Object... filled) {
        return new Refusal(409, code, Messages.get("team.refusal." + key, filled));
    }
}
