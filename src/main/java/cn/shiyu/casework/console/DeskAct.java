package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseAction;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What staff can do on a case page, in the order it is offered. Each is a resource below the case: {@code POST …/acceptance}. */
enum DeskAct {
    ACCEPTANCE(CaseAction.ACCEPT, "primary", "check"),
    DISPATCH(CaseAction.DISPATCH, "primary", "route"),
    RULING(CaseAction.RULE_RETURN, "primary", "scale"),
    START(CaseAction.START, "primary", "player-play"),
    EXTENSION_GRANT(CaseAction.GRANT_EXTENSION, "primary", "calendar"),
    EXTENSION_DENIAL(CaseAction.DENY_EXTENSION, "danger", "x"),
    COMPLETION(CaseAction.FINISH, "primary", "checkup-list"),
    LOG(CaseAction.LOG, "secondary", "pencil"),
    FOLLOW_UP(CaseAction.CONFIRM, "primary", "phone"),
    CLOSURE(CaseAction.CLOSE, "primary", "circle-check"),
    RESUMPTION(CaseAction.RESUME, "primary", "player-play"),
    SUSPENSION(CaseAction.SUSPEND, "secondary", "clock-pause"),
    EXTENSION_REQUEST(CaseAction.REQUEST_EXTENSION, "secondary", "hourglass"),
    RETURN(CaseAction.RETURN, "danger", "corner-up-left"),
    CLASSIFICATION(CaseAction.CLASSIFY, "secondary", "category"),
    ESCALATION(CaseAction.ESCALATE, "secondary", "arrow-back-up"),
    REFUSAL(CaseAction.REFUSE, "danger", "circle-x"),
    URGE(CaseAction.URGE, "secondary", "bell"),
    WORDS(CaseAction.ADD_WORDS, "secondary", "message"),
    PUBLICATION(CaseAction.PUBLISH, "secondary", "speakerphone"),
    UNPUBLICATION(CaseAction.UNPUBLISH, "danger", "eye-off");

    private final CaseAction action;
    private final String kind;
    private final String icon;

    DeskAct(CaseAction action, String kind, String icon) {
        this.action = action;
        this.kind = kind;
        this.icon = icon;
    }

    CaseAction action() {
        return action;
    }

    /** Look of its button. */
    String kind() {
        return kind;
    }

    String icon() {
        return icon;
    }

    /** As it stands in addresses and messages: {@code extension-request}. */
    String noun() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As {@code ?done=console.…} has it: letters alone. */
    String done() {
        return noun().replace("-", "");
    }

    static Optional<DeskAct> of(String noun) {
        return Arrays.stream(values()).filter(act -> act.noun().equals(noun)).findFirst();
    }
}
