package cn.shiyu.bench;

/** Puts the spike into words. */
final class Ordeal {

    private final Report report;

    Ordeal(Report report) {
        this.report = report;
    }

    void tell(Spike.Result result, Application application) {
        report.head("spike of submissions", "asked /s", "taken", "turned away (503/429 + Retry-After)", "errors", "p50 / p95 / p99 ms");
        report.row("before", result.before(), result.calm().fine(), result.calm().shed(), result.calm().badByStatus(), result.calm().times());
        report.row("spike, ten times", result.during(), result.spike().fine(), result.spike().shed(), result.spike().badByStatus(),
                result.spike().times());
        report.row("after", result.before(), result.after().fine(), result.after().shed(), result.after().badByStatus(), result.after().times());
        report.line("");
        report.line("Turned away within %.0f ms (p50), %.0f ms (p95). Over %d s after it ended. Acknowledged %d, of these not there exactly "
                + "once: %d. Readiness asked %d times, failed %d times. Resident memory afterwards: %d MB.",
                result.spike().shedMillis(50), result.spike().shedMillis(95), result.secondsToRecover(), result.acknowledged(),
                result.lost(), result.probes(), result.probesFailed(), application.megabytes());
    }
}
