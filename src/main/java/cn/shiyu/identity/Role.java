package cn.shiyu.identity;

import java.util.EnumSet;
import java.util.Set;

/** What a member of staff may do at a unit (spec: who is in it). A person may hold several. */
public enum Role {
    /** 调度员 */
    DISPATCHER,
    /** 承办人 */
    HANDLER,
    /** 联络员: gets every item of the department, bound to answer (双向反馈) */
    LIAISON,
    /** 督办员 */
    SUPERVISOR,
    /** 回访员 */
    FOLLOW_UP_AGENT,
    /** 考核员 */
    ASSESSOR,
    /** 话务员 */
    HOTLINE_AGENT,
    /** 网格员 */
    GRID_WORKER,
    /** 租户管理员 */
    TENANT_ADMIN,
    /** 法律顾问 */
    LEGAL_ADVISOR,
    /** 调解员 */
    MEDIATOR,
    /** 心理咨询师 */
    COUNSELLOR,
    /** 窗口人员: at a desk of a service hall */
    WINDOW_CLERK,
    /** 道德银行管理员: keeps the city's moral bank */
    BANK_CLERK,
    /** 志愿活动组织者 */
    ORGANISER,
    /** 评议员: of the committee that reviews good deeds in a community */
    COMMITTEE;

    private static final Set<Role> PROVIDERS = EnumSet.of(LEGAL_ADVISOR, MEDIATOR, COUNSELLOR, WINDOW_CLERK, BANK_CLERK, ORGANISER, COMMITTEE);

    /** Whether the role has a part in the pipeline of cases; providers serve those who come to them and see no queue of cases. */
    public boolean worksOnCases() {
        return !PROVIDERS.contains(this);
    }
}
