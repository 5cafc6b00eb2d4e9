package cn.shiyu.moralbank.console;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.budget.Budget;
import cn.shiyu.moralbank.budget.BudgetQueries;
import cn.shiyu.moralbank.volunteering.ActivityDraft;
import cn.shiyu.moralbank.volunteering.ActivityView;
import cn.shiyu.moralbank.volunteering.DeskView;
import cn.shiyu.moralbank.volunteering.HoursFlow;
import cn.shiyu.moralbank.volunteering.OrganiserQueries;
import cn.shiyu.moralbank.volunteering.VolunteeringSettings;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.UnitDirectory;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Fields of the organiser's forms: what they offer, what they start with, what was typed. */
@ApplicationScoped
class ActivityForms {

    @Inject
    CityDirectory cities;

    @Inject
    Units units;

    @Inject
    Regions regions;

    @Inject
    Calendars calendars;

    @Inject
    BudgetQueries budgets;

    @Inject
    TenantSql sql;

    /** @param villages of the township that is chosen, else none */
    record Choices(
            List<Choice> units, List<Choice> kinds, List<Choice> townships, List<Choice> villages, List<Choice> budgets) {}

    Uni<Choices> choices(Caller organiser, Form form) {
        City city = cities.byId(organiser.tenant());
        UnitDirectory directory = units.of(city);
        List<Unit> own = OrganiserQueries.units(organiser).stream().map(directory::find).flatMap(Optional::stream).toList();
        RegionTree tree = regions.of(city);
        return sql.inTx(organiser.tenant(), connection -> budgets.usable(
                        connection, organiser.tenant(), chosen(form), touching(tree, own)))
                .map(funded -> choices(city, tree, own, form, funded));
    }

    /** Codes of the divisions of these units, of all above and all below them. */
    private static List<String> touching(RegionTree tree, List<Unit> own) {
        return tree.all().stream()
                .map(Region::code)
                .filter(code -> own.stream().anyMatch(unit -> tree.isWithin(unit.regionCode(), code) || tree.isWithin(code, unit.regionCode())))
                .toList();
    }

    private static UUID chosen(Form form) {
        try {
            return UUID.fromString(form.value("budget"));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static Choices choices(City city, RegionTree tree, List<Unit> own, Form form, List<Budget> funded) {
        String township = form.value("township");
        return new Choices(
                own.stream().map(unit -> new Choice(unit.code(), unit.name())).toList(),
                VolunteeringSettings.of(city).activities().stream().map(kind -> new Choice(kind.code(), kind.name())).toList(),
                townships(tree, own),
                tree.find(township).isEmpty()
                        ? List.of()
                        : tree.children(township).stream().map(one -> new Choice(one.code(), one.name())).toList(),
                funded.stream()
                        .map(one -> new Choice(one.account().toString(), one.sponsor() + " · " + one.name()))
                        .toList());
    }

    /** Those that lie in the organiser's divisions, or in which these lie. */
    private static List<Choice> townships(RegionTree tree, List<Unit> own) {
        return tree.ofLevel(RegionLevel.TOWNSHIP).stream()
                .filter(one -> own.stream().anyMatch(unit ->
                        tree.isWithin(one.code(), unit.regionCode()) || tree.isWithin(unit.regionCode(), one.code())))
                .map(one -> new Choice(one.code(), one.fullName()))
                .toList();
    }

    static ActivityDraft draft(Form form) {
        String region = form.value("village").isBlank() ? form.value("township") : form.value("village");
        return new ActivityDraft(
                form.value("kind"), form.value("title"), form.value("words"), form.value("place"), region, form.value("day"),
                form.value("from"), form.value("to"), form.value("until"), form.value("capacity"), form.value("budget"));
    }

    Form filled(Caller organiser, DeskView desk) {
        City city = cities.byId(organiser.tenant());
        ActivityView it = desk.it();
        ZoneId zone = calendars.of(city).zone();
        ZonedDateTime starts = it.starts().atZone(zone);
        Form form = Form.empty().with("unit", desk.unitCode()).with("kind", it.kind()).with("title", it.title()).with("words", it.words())
                .with("place", it.place()).with("day", starts.toLocalDate()).with("from", starts.toLocalTime())
                .with("to", it.ends().atZone(zone).toLocalTime()).with("capacity", it.capacity()).with("budget", desk.budget())
                .with("until", it.signUpUntil().minusSeconds(1).atZone(zone).toLocalDate());
        for (Region one : regions.of(city).path(it.regionCode())) {
            form = switch (one.level()) {
                case TOWNSHIP -> form.with("township", one.code());
                case VILLAGE -> form.with("village", one.code());
                default -> form;
            };
        }
        return form;
    }

    /** Minutes as they are proposed, where nothing was typed. */
    static Form hours(DeskView it, Form form) {
        Form filled = form;
        for (DeskView.Person one : it.signed()) {
            String field = "minutes-" + one.resident();
            filled = form.values(field).isEmpty() ? filled.with(field, one.proposed()) : filled;
        }
        return filled;
    }

    /** What was refused, at the fields of the one person it was typed for. */
    static Refusal of(Refusal refused, String whose) {
        return new Refusal(
                refused.status(), refused.code(), refused.sentence(),
                refused.errors().stream()
                        .map(error -> new FieldError((error.field().equals("because") ? "why" : error.field()) + whose, error.message()))
                        .toList());
    }

    static List<HoursFlow.Decided> decided(Form form) {
        return form.values("person").stream()
                .map(ActivityDesk::id)
                .distinct()
                .map(one -> new HoursFlow.Decided(one, form.value("minutes-" + one), form.value("because-" + one)))
                .toList();
    }
}
