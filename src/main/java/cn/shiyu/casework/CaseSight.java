package cn.shiyu.casework;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.UnitDirectory;
import cn.shiyu.organisation.Units;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who sees a case and what they may do to it: who × where, failing closed. */
@ApplicationScoped
class CaseSight {

    @Inject
    Units units;

    Set<Standing> standing(City city, Caller caller, Case file) {
        return Standing.of(caller, file, upwards(city, file.centreUnit));
    }

    /** The table's answer for this caller: also which buttons a page shows. */
    Set<CaseAction> allowed(City city, Caller caller, Case file) {
        Set<Standing> standing = standing(city, caller, file);
        return CaseTransitions.TABLE.stream()
                .filter(row -> row.from().contains(file.status))
                .filter(row -> row.by().stream().anyMatch(standing::contains))
                .map(Transition::action)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseAction.class)));
    }

    boolean maySee(City city, Caller caller, Case file) {
        if (caller.isResident()) {
            return caller.id().equals(file.residentId);
        }
        return caller.isStaff() && (isInvolved(caller, file) || overlooks(city, caller, file));
    }

    private boolean isInvolved(Caller caller, Case file) {
        return caller.worksAt(file.centreUnit) || file.units().anyMatch(caller::worksAt);
    }

    /** The centres of the case's region and above; what is confidential only their supervisors and assessors. */
    private boolean overlooks(City city, Caller caller, Case file) {
        String lowest = units.of(city).centreOf(file.regionCode).code();
        return upwards(city, lowest).stream()
                .anyMatch(centre -> file.visibility == Visibility.PUBLIC
                        ? caller.worksAt(centre)
                        : caller.holds(Role.SUPERVISOR, centre) || caller.holds(Role.ASSESSOR, centre)
                                || caller.holds(Role.FOLLOW_UP_AGENT, centre));
    }

    /** Who asks is known to the centre; to the handling units only where the resident gave their name to them. */
    boolean mayKnowWho(City city, Caller caller, Case file) {
        Set<Standing> standing = standing(city, caller, file);
        boolean centre = standing.contains(Standing.DISPATCHER) || standing.contains(Standing.INDEPENDENT_AGENT)
                || standing.contains(Standing.HOTLINE);
        return centre || standing.contains(Standing.LEAD) && !file.anonymous;
    }

    /** For which unit the caller acts, written into the event. */
    String unitOf(City city, Standing as, Caller caller, Case file) {
        return switch (as) {
            case APPELLANT -> null;
            case DISPATCHER, SUPERVISOR, HOTLINE -> file.centreUnit;
            case LEAD -> file.leadUnit;
            case ASSISTANT -> file.assistUnits.stream().filter(caller::worksAt).findFirst().orElseThrow();
            case INDEPENDENT_AGENT -> upwards(city, file.centreUnit).stream()
                    .filter(centre -> caller.holds(Role.FOLLOW_UP_AGENT, centre))
                    .findFirst()
                    .orElseThrow();
        };
    }

    /** This centre and those above it, lowest first. */
    List<String> upwards(City city, String centre) {
        UnitDirectory directory = units.of(city);
        List<String> chain = new ArrayList<>();
        Optional<String> next = Optional.of(centre);
        while (next.isPresent()) {
            chain.add(next.get());
            next = directory.centreAbove(next.get()).map(unit -> unit.code());
        }
        return chain;
    }
}
