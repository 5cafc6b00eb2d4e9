package cn.shiyu.moralbank.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.audit.AuditQueries;
import cn.shiyu.moralbank.ledger.audit.TransferSheet;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CurrentCity;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** 账本: the days that are closed, with their digests; how the last reconciliation ended; one transfer with its postings. */
@Path("/console/bank/books")
public class BooksDesk {

    private static final int PAGE = 31;

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    TenantSql sql;

    @Inject
    LedgerQueries books;

    @Inject
    AuditQueries audits;

    /** @param transfer id of one to be shown */
    @GET
    public Uni<Response> page(@QueryParam("after") String after, @QueryParam("transfer") String transfer) {
        Caller clerk = BankDesk.clerk(desk.caller());
        return sql.inTx(clerk.tenant(), connection -> sheet(connection, transfer)
                .chain(sheet -> audits.days(connection, clerk.tenant(), after, PAGE)
                        .chain(days -> audits.lastRun(connection, clerk.tenant())
                                .chain(last -> books.totals(connection, clerk.tenant())
                                        .chain(totals -> Html.page(
                                                200,
                                                BooksTemplates.books(
                                                        desk.frame(), totals, days, last.orElse(null), sheet.orElse(null),
                                                        form(transfer, sheet), after)))))));
    }

    private Uni<Optional<TransferSheet>> sheet(SqlConnection connection, String transfer) {
        try {
            return transfer == null
                    ? Uni.createFrom().item(Optional.empty())
                    : audits.transfer(connection, city.get(), UUID.fromString(transfer.strip()));
        } catch (IllegalArgumentException noId) {
            return Uni.createFrom().item(Optional.empty());
        }
    }

    private static Form form(String transfer, Optional<TransferSheet> sheet) {
        Form typed = Form.empty().with("transfer", transfer);
        return transfer == null || transfer.isBlank() || sheet.isPresent()
                ? typed
                : typed.wrong("transfer", Messages.get("ledger.books.noTransfer"));
    }
}
