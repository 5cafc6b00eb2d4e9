package cn.shiyu.moralbank;

import cn.shiyu.identity.DemoSubjects;
import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.moralbank.member.JoinFlow;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.support.Databases;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** The demo residents as members of a bank that can pay them. */
@Singleton
public class EarnBank {

    @Inject
    BankRig bank;

    @Inject
    JoinFlow joining;

    @Inject
    ResidentFlow residents;

    private UUID paying;

    /** Opens a budget, once, and makes these demo residents members. */
    public void opens(String... logins) {
        if (paying == null) {
            paying = bank.budget("50000");
        }
        for (String login : logins) {
            try {
                BankRig.now(joining.join(BankRig.resident(UUID.fromString(resident(login))), login, BankRig.HOME, true));
            } catch (Refusal alreadyIn) {
                if (alreadyIn.status() != 409) {
                    throw alreadyIn;
                }
            }
        }
    }

    public String resident(String login) {
        return BankRig.now(residents.ofSubject(BankRig.CITY, DemoSubjects.of(BankRig.CITY, login).toString())).toString();
    }

    public UUID paying() {
        return paying;
    }

    /** So many days from today, as a form takes it. */
    public static String day(int ahead) {
        return BankRig.TODAY.plusDays(ahead).toString();
    }

    /** As if the deeds told so far had been told days ago: a person may tell only so many a day. */
    public static void another() throws SQLException {
        change("update good_deed set told_at = told_at - interval '2 days' where told_at > now() - interval '1 day' and ?::text <> ''", "all");
    }

    /** Past the application: what a test cannot wait for. */
    public static void change(String sql, String id) throws SQLException {
        try (Connection database = Databases.asSuperuser(); PreparedStatement change = database.prepareStatement(sql)) {
            change.setString(1, id);
            change.executeUpdate();
        }
    }
}
