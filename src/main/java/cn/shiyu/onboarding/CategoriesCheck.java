package cn.shiyu.onboarding;

import cn.shiyu.casework.Grade;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Section {@code categories}: a tree of at most three levels, whose leaves name who usually leads. */
final class CategoriesCheck implements SectionCheck {

    private static final int DEEPEST = 3;

    @Override
    public void check(TenantFile file) {
        Set<String> departments = file.departments();
        Set<String> seen = new HashSet<>();
        List<Entry> roots = file.list("categories", "code");
        roots.forEach(root -> node(root, "", 1, departments, seen));
    }

    private static void node(Entry node, String above, int depth, Set<String> departments, Set<String> seen) {
        String code = node.text("code", "[a-z0-9-]+(\\.[a-z0-9-]+)*", "urban.manhole");
        node.text("name");
        if (!seen.add(code) && !code.isEmpty()) {
            node.fault("code", "“" + code + "”重复");
        }
        if (!above.isEmpty() && !code.isEmpty() && !under(code, above)) {
            node.fault("code", "“" + code + "”应以上级代码“" + above + ".”开头，再加一段");
        }
        List<Entry> children = new Entry("categories", node.node(), node.faults()).entries("children", "code");
        if (children.isEmpty()) {
            leaf(node, departments);
        } else if (depth == DEEPEST) {
            node.fault("children", "分类最多三级");
        }
        children.forEach(child -> node(atTop(child), code, depth + 1, departments, seen));
    }

    private static boolean under(String code, String above) {
        return code.startsWith(above + ".") && code.indexOf('.', above.length() + 1) < 0;
    }

    /** Codes tell their place themselves: {@code categories › urban.manhole} is enough. */
    private static Entry atTop(Entry child) {
        return new Entry(child.where().replace(" › children", ""), child.node(), child.faults());
    }

    private static void leaf(Entry leaf, Set<String> departments) {
        List<String> leads = leaf.texts("leads");
        if (leads.isEmpty()) {
            leaf.fault("leads", "最末一级至少要有一个承办部门");
        }
        leads.stream()
                .filter(lead -> !departments.contains(lead))
                .forEach(lead -> leaf.fault("leads", "units.departments 中没有“" + lead + "”"));
        leaf.optional("defaultGrade").ifPresent(grade -> leaf.choice("defaultGrade", grade, Grade.class));
    }
}
