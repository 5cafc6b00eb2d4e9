package cn.shiyu.casework;

import cn.shiyu.platform.problem.Refusal;

/** Why something cannot be done to a case, each with its stable code. */
final class CaseRefusals {

    private CaseRefusals() {}

    static Refusal wrongState() {
        return new Refusal(409, "case-wrong-state", "诉求已进入下一环节,这一步现在不能办理。请刷新页面查看最新进展。");
    }

    static Refusal notYours() {
        return new Refusal(403, "case-not-yours", "这一步不由您办理。如有疑问,请联系本级综治中心。");
    }

    static Refusal returnedAlready() {
        return new Refusal(409, "case-return-final", "上级中心已作出裁定,不能再退单。请按裁定办理,或申请延期。");
    }

    static Refusal tooLateToReturn() {
        return new Refusal(410, "case-return-closed", "退单期限已过,不能再退单。请按职责办理,确有困难可申请延期或协办。");
    }

    static Refusal nobodyAbove() {
        return new Refusal(409, "case-no-centre-above", "已经是本市最高一级中心,不能再上报。");
    }

    static Refusal noMoreExtensions() {
        return new Refusal(409, "case-extension-used-up", "延期次数已用完,请在期限内办结。");
    }

    static Refusal extensionWaiting() {
        return new Refusal(409, "case-extension-waiting", "已有一次延期申请在等待审批。");
    }

    static Refusal noExtensionAsked() {
        return new Refusal(409, "case-no-extension-asked", "没有待审批的延期申请,可能已由他人处理。");
    }

    static Refusal overdueAlready() {
        return new Refusal(409, "case-overdue", "已超过办理期限,延期须在到期前申请。");
    }

    static Refusal ratedAlready() {
        return new Refusal(409, "case-rated", "这件诉求您已经评价过了,感谢您的参与。");
    }

    static Refusal tooLateToRate() {
        return new Refusal(410, "case-rating-closed", "评价期已过。如问题仍未解决,请重新提交诉求。");
    }

    static Refusal askedAgainAlready() {
        return new Refusal(409, "case-asked-again", "这件诉求已再次提出过一次。如仍未解决,请提交新的诉求并写明原编号。");
    }

    static Refusal tooLateToAskAgain() {
        return new Refusal(410, "case-ask-again-closed", "已超过再次提出的期限。请提交新的诉求并写明原编号。");
    }

    static Refusal notPublic() {
        return new Refusal(409, "case-confidential", "保密诉求不能公示。");
    }
}
