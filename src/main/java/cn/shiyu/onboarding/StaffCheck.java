package cn.shiyu.onboarding;

import cn.shiyu.identity.Role;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Section {@code staff}: who holds which posts, and that nobody judges or sends what they handle themselves. */
final class StaffCheck implements SectionCheck {

    /** 采办分离: these belong to centres alone. */
    private static final Set<Role> CENTRE_ONLY = EnumSet.of(Role.DISPATCHER, Role.HOTLINE_AGENT, Role.TENANT_ADMIN);

    /** Nobody may follow up, supervise or assess what they handled (spec: who is in it). */
    private static final Set<Role> JUDGES = EnumSet.of(Role.FOLLOW_UP_AGENT, Role.SUPERVISOR, Role.ASSESSOR);

    /** Without them a case would come in and stay. */
    private static final Set<Role> AT_THE_TOP = EnumSet.of(Role.DISPATCHER, Role.FOLLOW_UP_AGENT);

    @Override
    public void check(TenantFile file) {
        List<Entry> staff = file.list("staff", "login");
        SectionCheck.unique(staff, "login");
        staff.forEach(member -> member(file, member));
        top(file, staff);
    }

    private static void member(TenantFile file, Entry member) {
        member.text("login", "[a-z][a-z0-9-]{1,39}", "dispatcher1");
        member.text("name");
        Map<String, Set<Role>> held = new TreeMap<>();
        for (Entry post : member.entries("posts")) {
            String unit = post.text("unit");
            Optional<Role> role = post.oneOf("role", Role.class);
            if (!unit.isEmpty() && role.isPresent()) {
                post(file, member, unit, role.get());
                held.computeIfAbsent(unit, ignored -> EnumSet.noneOf(Role.class))
                        .add(role.get());
            }
        }
        if (held.isEmpty() && member.entries("posts").isEmpty()) {
            member.fault("posts", "至少要有一个岗位");
        }
        held.forEach((unit, roles) -> separation(member, unit, roles));
    }

    private static void post(TenantFile file, Entry member, String unit, Role role) {
        boolean centre = file.isCentre(unit);
        if (!centre && !file.isTerritorial(unit) && !file.isDepartment(unit)) {
            member.fault("posts", "没有代码为“" + unit + "”的单位");
        } else if (centre && (role == Role.HANDLER || role == Role.LIAISON)) {
            member.fault("posts", unit + " 是综治中心，只调度、不承办，不能设 " + role);
        } else if (!centre && CENTRE_ONLY.contains(role)) {
            member.fault("posts", role + " 只能设在综治中心，" + unit + " 不是");
        }
    }

    private static void separation(Entry member, String unit, Set<Role> roles) {
        roles.stream()
                .filter(role -> roles.contains(Role.HANDLER) && JUDGES.contains(role))
                .forEach(role -> member.fault("posts", "在 " + unit + " 同时是 HANDLER 和 " + role + "：谁办理，谁就不能回访、督办、考核"));
    }

    private static void top(TenantFile file, List<Entry> staff) {
        String centre = "C" + file.city().regionCode();
        Map<String, Boolean> held = new HashMap<>();
        staff.stream()
                .flatMap(member -> member.entries("posts").stream())
                .filter(post -> post.optional("unit").filter(centre::equals).isPresent())
                .forEach(post -> held.put(post.optional("role").orElse(""), true));
        AT_THE_TOP.stream().filter(role -> !held.containsKey(role.name())).forEach(role -> file.faults()
                .add("staff", "市综治中心（" + centre + "）没有 " + role));
    }
}
