package cn.shiyu.kubernetes;

import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Alerts watch what is measured: our own figures are looked up in the code, the others are known by whose they are. */
final class AlertAgreement implements Agreement {

    private static final Pattern OURS = Pattern.compile("\\bshiyu_[a-z_]+?(?=_total\\b|\\{|\\b)");
    private static final Pattern MEASURED = Pattern.compile("(?:counter|gauge|timer)\\(\"(shiyu[a-z.-]+)\"");
    private static final Pattern OTHERS = Pattern.compile("\\b([a-z]+_[a-z_]+)\\{");
    private static final Pattern KNOWN = Pattern.compile("(shiyu|http_server|kube|kubelet|cnpg)_.*");

    @Override
    public Stream<String> broken(Manifests all) {
        Set<String> measured = Application.once("measured", () -> Application.sources()
                .flatMap(file -> Application.matches(MEASURED, Application.text(file)))
                .map(found -> found.group(1).replaceAll("[.-]", "_")));
        return all.all(PrometheusRule.class)
                .flatMap(rules -> rules.getSpec().getGroups().stream())
                .flatMap(group -> group.getRules().stream())
                .flatMap(rule -> unknown(rule, measured).map(name -> "alert " + rule.getAlert() + " watches " + name));
    }

    private static Stream<String> unknown(Rule rule, Set<String> measured) {
        String expression = rule.getExpr().getStrVal();
        return Stream.concat(
                Application.matches(OURS, expression).map(MatchResult::group).filter(name -> !measured.contains(name)),
                Application.matches(OTHERS, expression)
                        .map(found -> found.group(1))
                        .filter(name -> !KNOWN.matcher(name).matches()));
    }
}
