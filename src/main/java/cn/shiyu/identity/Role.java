package cn.shiyu.identity;

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
    TENANT_ADMIN
}
