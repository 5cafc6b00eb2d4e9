package cn.shiyu.moralbank.portal;

import cn.shiyu.moralbank.award.HistoryLine;
import cn.shiyu.moralbank.team.Team;
import cn.shiyu.moralbank.team.TeamAward;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of organisations for their treasurers, web-portal/templates/portal/bank. */
@CheckedTemplate(basePath = "portal/bank")
final class TeamTemplates {

    private TeamTemplates() {}

    static native TemplateInstance teams(List<Team> teams, Form form);

    /** @param page of the account's history @param after its cursor */
    static native TemplateInstance team(Team it, String place, List<TeamAward> awards, Page<HistoryLine> page, String after);
}
