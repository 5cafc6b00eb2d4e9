package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.award.HistoryLine;
import cn.shiyu.moralbank.team.Team;
import cn.shiyu.moralbank.team.TeamAward;
import cn.shiyu.platform.web.StaffFrame;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of organisations at the clerk's desk, web-portal/templates/console/bank. */
@CheckedTemplate(basePath = "console/bank")
final class TeamDeskTemplates {

    private TeamDeskTemplates() {}

    static native TemplateInstance teams(
            StaffFrame frame, Page<Team> page, Form form, List<Choice> places, String q, String href, String after);

    /** @param key of the form that gives points @param bindCode just made, or null @param most points in a month */
    static native TemplateInstance team(
            StaffFrame frame, Team it, String place, Form form, String key, List<Choice> budgets, long most, String bindCode,
            List<TeamAward> awards, Page<HistoryLine> page, String after);
}
