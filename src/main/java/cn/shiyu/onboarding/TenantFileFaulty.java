package cn.shiyu.onboarding;

/** A tenant file cannot be worked with; the message lists all its faults in Chinese and ends the start. */
public class TenantFileFaulty extends RuntimeException {

    TenantFileFaulty(String report) {
        super(report);
    }
}
