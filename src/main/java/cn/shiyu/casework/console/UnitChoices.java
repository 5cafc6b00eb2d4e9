package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseView;
import cn.shiyu.category.Categories;
import cn.shiyu.category.Category;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.UnitDirectory;
import cn.shiyu.organisation.UnitKind;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Units a case may go to: those its topic names and the government of its township first, then all that handle. */
@ApplicationScoped
class UnitChoices {

    @Inject
    Units units;

    @Inject
    Categories categories;

    List<ChoiceGroup> of(City city, CaseView view) {
        UnitDirectory directory = units.of(city);
        List<Unit> handling = directory.handling();
        List<Choice> likely = likely(city, directory, view).filter(handling::contains).map(UnitChoices::choice).distinct().toList();
        Predicate<Choice> other = choice -> !likely.contains(choice);
        return Stream.of(
                        group("suggested", likely.stream()),
                        group("departments", ofKind(handling, UnitKind.DEPARTMENT).filter(other)),
                        group("territorials", ofKind(handling, UnitKind.TERRITORIAL).filter(other)))
                .filter(group -> !group.options().isEmpty())
                .toList();
    }

    private Stream<Unit> likely(City city, UnitDirectory directory, CaseView view) {
        Stream<Unit> byTopic = categories.of(city).find(view.categoryCode()).map(Category::leads).stream()
                .flatMap(List::stream)
                .map(directory::find)
                .flatMap(Optional::stream);
        return Stream.concat(byTopic, directory.territorialOf(view.regionCode()).stream());
    }

    private static Stream<Choice> ofKind(List<Unit> handling, UnitKind kind) {
        return handling.stream().filter(unit -> unit.kind() == kind).map(UnitChoices::choice);
    }

    private static Choice choice(Unit unit) {
        return new Choice(unit.code(), unit.name(), unit.duties());
    }

    private static ChoiceGroup group(String name, Stream<Choice> options) {
        return new ChoiceGroup(Messages.get("console." + name), options.toList());
    }
}
