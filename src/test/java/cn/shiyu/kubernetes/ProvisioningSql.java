package cn.shiyu.kubernetes;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a superuser does once on plain servers, from docs/running.md and the file of statements that goes with it. */
final class ProvisioningSql {

    private static final String FILE = "src/main/resources/db/provision.sql";
    private static final Pattern STATEMENT = Pattern.compile("(?m)^(create|revoke|grant) .*;$");

    private ProvisioningSql() {}

    /** The owner's, then the application's; without their passwords. */
    static List<String> roles() {
        return documented("create role")
                .map(statement -> statement.replaceFirst(" password .*", ""))
                .toList();
    }

    /** Without its template, which CloudNativePG does not ask for. */
    static String database() {
        return documented("create database")
                .map(statement -> statement.replaceFirst(" template .*", ""))
                .findFirst()
                .orElseThrow();
    }

    /** What follows inside: the rights, and what only a superuser may do there. */
    static List<String> insideTheDatabase() {
        return Stream.of(documented("revoke"), documented("grant"), file())
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<String> documented(String beginning) {
        return Application.matches(STATEMENT, Application.text("docs/running.md"))
                .map(MatchResult::group)
                .map(ProvisioningSql::plain)
                .filter(statement -> statement.startsWith(beginning + " "));
    }

    private static Stream<String> file() {
        if (!Files.exists(Application.ROOT.resolve(FILE))) {
            return Stream.empty();
        }
        String statements = Application.text(FILE).replaceAll("(?m)--.*$", "");
        return Arrays.stream(statements.split(";")).map(ProvisioningSql::plain).filter(each -> !each.isEmpty());
    }

    static String plain(String statement) {
        return statement.replaceAll("\\s+", " ").replaceFirst(" ?;$", "").trim();
    }
}
