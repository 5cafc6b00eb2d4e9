package cn.shiyu.moralbank.portal;

import cn.shiyu.clock.Calendars;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.moralbank.honour.BoardMeasure;
import cn.shiyu.moralbank.honour.BoardQueries;
import cn.shiyu.moralbank.honour.BoardSpan;
import cn.shiyu.moralbank.honour.BookFilter;
import cn.shiyu.moralbank.honour.BookQueries;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** 功德录、光荣榜: for anyone, without signing in. */
@Path("/bank")
public class HonourPages {

    static final String BOOK = "/bank/book";

    private static final int MONTHS = 24;

    @Inject
    CurrentCity city;

    @Inject
    Regions regions;

    @Inject
    Calendars calendars;

    @Inject
    BookQueries book;

    @Inject
    BoardQueries boards;

    @Inject
    Clock clock;

    @GET
    @Path("/book")
    public Uni<Response> book(
            @QueryParam("township") String township, @QueryParam("village") String village, @QueryParam("month") String month,
            @QueryParam("kind") String kind, @QueryParam("after") String after) {
        City here = offering();
        RegionTree tree = regions.of(here);
        // A village of another township than the chosen one is left over from before.
        String within = village != null && tree.isWithin(village, township) ? village : null;
        Form form = Form.empty().with("township", township).with("village", within).with("month", month).with("kind", kind);
        BookFilter filter = BookFilter.of(within == null ? township : within, month, kind);
        String href = Filters.address(BOOK, form, "township", "village", "month", "kind");
        return book.page(here, filter, after).chain(page -> book.kinds(here).chain(kinds -> Html.page(HonourTemplates.book(
                page, form, RegionChoices.of(tree, tree.root().code(), township), months(here), kinds, href, after))));
    }

    private List<Choice> months(City here) {
        YearMonth last = YearMonth.from(calendars.of(here).date(clock.instant()));
        return IntStream.range(0, MONTHS)
                .mapToObj(last::minusMonths)
                .map(one -> new Choice(one.toString(), Messages.get("honour.monthName", one.getYear(), one.getMonthValue())))
                .toList();
    }

    @GET
    @Path("/boards")
    public Uni<Response> boards(@QueryParam("span") String span, @QueryParam("by") String by, @QueryParam("township") String township) {
        City here = offering();
        BoardSpan chosen = one(BoardSpan.values(), span);
        BoardMeasure measure = one(BoardMeasure.values(), by);
        Form form = Form.empty().with("span", chosen).with("by", measure).with("township", township);
        RegionTree tree = regions.of(here);
        return boards.of(here, chosen, measure, township).chain(it -> Html.page(HonourTemplates.boards(
                it, form, RegionChoices.of(tree, tree.root().code(), "").townships(), choices("honour.span.", BoardSpan.values()),
                choices("honour.by.", BoardMeasure.values()))));
    }

    private static <E extends Enum<E>> E one(E[] all, String text) {
        return Arrays.stream(all).filter(one -> one.name().equals(text)).findFirst().orElse(all[0]);
    }

    private static List<Choice> choices(String words, Enum<?>[] all) {
        return Arrays.stream(all).map(one -> new Choice(one.name(), Messages.get(words + one.name()))).toList();
    }

    private City offering() {
        if (!BankSettings.of(city.get()).offered()) {
            throw Refusal.notFound();
        }
        return city.get();
    }
}
