package cn.shiyu.moralbank.console;

import static cn.shiyu.mediation.Table.pageIn;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.Counter;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.support.Browser;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The clerk reads a transfer, and nobody else does. */
@QuarkusTest
class BooksDeskIT {

    private static final String BOOKS = "/console/bank/books";

    @Inject
    Counter counter;

    @Test
    void theClerkLooksATransferUp() {
        UUID budget = counter.budget(100);
        UUID person = counter.open(AccountKind.RESIDENT);
        UUID shop = counter.open(AccountKind.MERCHANT);
        counter.award(budget, person, 10, Counter.today());
        UUID spent = counter.post(TransferKind.SPEND, person, shop, 7).transfer();
        String page = pageIn("jieshou", "bank1", BOOKS + "?transfer=" + spent).then().statusCode(200).extract().asString();
        assertThat(page).contains("封签相符", shop.toString(), "-7", "爱心商家", "日终");
        UUID back = counter.reverse(Counter.key(), spent).transfer();
        assertThat(page("?transfer=" + back)).contains("所冲记账", spent.toString());
        assertThat(page("?transfer=" + UUID.randomUUID())).contains("没有这笔记账");
        assertThat(page("?transfer=<b>")).contains("没有这笔记账", "&lt;b&gt;");
        assertThat(page("")).doesNotContain("没有这笔记账");
        assertThat(pageIn("liaocheng", "bank1", BOOKS + "?transfer=" + spent).then().statusCode(200).extract().asString())
                .contains("没有这笔记账")
                .doesNotContain(shop.toString());
        pageIn("jieshou", "admin1", BOOKS).then().statusCode(404);
    }

    @Test
    void thePageHasNoBarriersWideAndOnAPhone() {
        UUID budget = counter.budget(100);
        UUID award = counter.award(budget, counter.open(AccountKind.RESIDENT), 10, Counter.today()).transfer();
        for (int width : List.of(1280, 360)) {
            Page page = Browser.in("jieshou", "bank1", BOOKS + "?transfer=" + award);
            page.setViewportSize(width, 800);
            Browser.picture(page, "bank-books-" + width);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        }
    }

    private static String page(String query) {
        return pageIn("jieshou", "bank1", BOOKS + query).then().statusCode(200).extract().asString();
    }
}
