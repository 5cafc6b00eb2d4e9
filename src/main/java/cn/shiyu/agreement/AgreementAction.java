package cn.shiyu.agreement;

/** What can be done to an agreement. */
public enum AgreementAction {
    /** 拟写 */
    WRITE,
    /** 送双方签字 */
    PROPOSE,
    /** 收回修改: signatures given are void */
    TAKE_BACK,
    /** 不同意这份文本 */
    OBJECT,
    /** 签字 */
    SIGN,
    /** 生效 */
    COME_INTO_FORCE,
    /** 报告已履行 */
    REPORT,
    /** 确认收到 */
    ACKNOWLEDGE,
    /** 否认收到 */
    DENY,
    /** 履行完毕 */
    FULFIL,
    /** 认定没有履行 */
    BREAK,
    /** 同意申请司法确认 */
    WANT_CONFIRMATION,
    /** 登记已向法院提交 */
    SUBMIT,
    /** 登记裁定 */
    RULE,
    /** 作废 */
    ABANDON
}
