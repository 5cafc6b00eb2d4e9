package cn.shiyu.onboarding;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Section {@code units}: departments, each with a liaison and somebody who handles. */
final class UnitsCheck implements SectionCheck {

    @Override
    public void check(TenantFile file) {
        List<Entry> departments = file.section("units").entries("departments", "code");
        Set<String> posts = file.list("staff", "login").stream()
                .flatMap(member -> member.entries("posts").stream())
                .map(post -> post.optional("role").orElse("") + "@"
                        + post.optional("unit").orElse(""))
                .collect(Collectors.toSet());
        SectionCheck.unique(departments, "code");
        departments.forEach(department -> department(file, department, posts));
    }

    private static void department(TenantFile file, Entry department, Set<String> posts) {
        String code = department.text("code", "D-[a-z0-9-]+", "D-urban-management");
        department.text("name");
        department.text("duties");
        department
                .optional("region")
                .filter(region -> !file.regions().contains(region))
                .ifPresent(region -> department.fault("region", "区划文件中没有 " + region));
        liaison(file, department, code, posts);
        if (!posts.contains("HANDLER@" + code)) {
            department.fault("没有人在此任承办人（HANDLER），派来的事项无人办理");
        }
    }

    private static void liaison(TenantFile file, Entry department, String code, Set<String> posts) {
        String login = department.text("liaison");
        boolean holds = file.list("staff", "login").stream()
                .filter(member -> member.optional("login").filter(login::equals).isPresent())
                .flatMap(member -> member.entries("posts").stream())
                .anyMatch(post -> post.optional("unit").filter(code::equals).isPresent()
                        && post.optional("role").filter("LIAISON"::equals).isPresent());
        if (!login.isEmpty() && !holds) {
            department.fault("liaison", "“" + login + "”不在 staff 中，或者没有本部门的联络员（LIAISON）岗位");
        }
    }
}
