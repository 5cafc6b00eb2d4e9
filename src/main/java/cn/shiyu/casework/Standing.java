package cn.shiyu.casework;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How a caller stands to one case: who × where. Nothing else decides what buttons they get. */
enum Standing {
    /** The resident whose case it is. */
    APPELLANT,
    /** Dispatcher at the centre that holds the case. */
    DISPATCHER,
    /** Supervisor at the centre that holds the case. */
    SUPERVISOR,
    /** Handler at the leading unit. */
    LEAD,
    /** Handler at an assisting unit. */
    ASSISTANT,
    /** Follow-up agent at the holding centre or one above, who had no hand in handling it. */
    INDEPENDENT_AGENT,
    /** Hotline agent, who speaks for a caller on the phone. */
    HOTLINE;

    /** @param centres the holding centre, then those above it */
    static Set<Standing> of(Caller caller, Case file, List<String> centres) {
        Set<Standing> found = EnumSet.noneOf(Standing.class);
        if (caller.isResident() && caller.id().equals(file.residentId())) {
            found.add(APPELLANT);
        }
        if (caller.isStaff()) {
            addCentreStandings(found, caller, file);
            addUnitStandings(found, caller, file);
            addAgent(found, caller, file, centres);
        }
        return found;
    }

    private static void addCentreStandings(Set<Standing> found, Caller caller, Case file) {
        if (caller.holds(Role.DISPATCHER, file.centreUnit())) {
            found.add(DISPATCHER);
        }
        if (caller.holds(Role.SUPERVISOR, file.centreUnit())) {
            found.add(SUPERVISOR);
        }
        if (caller.holds(Role.HOTLINE_AGENT, file.centreUnit())) {
            found.add(HOTLINE);
        }
    }

    private static void addUnitStandings(Set<Standing> found, Caller caller, Case file) {
        if (file.leadUnit() != null && caller.holds(Role.HANDLER, file.leadUnit())) {
            found.add(LEAD);
        }
        if (file.assistUnits().stream().anyMatch(unit -> caller.holds(Role.HANDLER, unit))) {
            found.add(ASSISTANT);
        }
    }

    /** Nobody may follow up what they handled, nor what their unit handled (spec: who is in it). */
    private static void addAgent(Set<Standing> found, Caller caller, Case file, List<String> centres) {
        boolean agent = centres.stream().anyMatch(centre -> caller.holds(Role.FOLLOW_UP_AGENT, centre));
        boolean involved = file.handledBy().contains(caller.id()) || file.units().anyMatch(caller::worksAt);
        if (agent && !involved) {
            found.add(INDEPENDENT_AGENT);
        }
    }
}
