package cn.shiyu.platform.logging;

import cn.shiyu.tenancy.TenantId;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * What every log line of the work at hand says about itself: the city and, once known, the case. Ids only, never
 * personal data. It follows the work across threads, since Quarkus keeps it on the Vert.x context.
 */
public final class LogContext {

    private static final String TENANT = "tenant";
    private static final String CASE = "case";
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,4}\\d{14}[0-9A-Z]");

    private LogContext() {}

    public static void in(TenantId tenant) {
        MDC.put(TENANT, tenant.value());
    }

    /** @param caseNumber 受理编号 as asked for; what does not look like one is left out, since anybody may type anything */
    public static void about(String caseNumber) {
        if (caseNumber != null && NUMBER.matcher(caseNumber).matches()) {
            MDC.put(CASE, caseNumber);
        }
    }

    public static void clear() {
        MDC.remove(TENANT);
        MDC.remove(CASE);
    }
}
