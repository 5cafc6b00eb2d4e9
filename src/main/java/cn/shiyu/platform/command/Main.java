package cn.shiyu.platform.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Where the process begins: an errand is run without the application, everything else is the application. */
@QuarkusMain(name = "shiyu")
public final class Main {

    private static final int BAD = 1;
    private static final int FAILED = 2;

    private Main() {}

    public static void main(String... arguments) {
        Settings settings = Settings.ofTheProcess();
        Optional<Errand> errand = settings.text("shiyu.command").flatMap(Main::errand);
        if (errand.isEmpty()) {
            Quarkus.run(arguments);
            return;
        }
        System.exit(exitCode(errand.get(), settings));
    }

    static List<Errand> errands() {
        return ServiceLoader.load(Errand.class, Main.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static Optional<Errand> errand(String name) {
        return errands().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private static int exitCode(Errand errand, Settings settings) {
        try {
            Command.Outcome outcome = errand.run(settings);
            System.out.println(outcome.words());
            return outcome.good() ? 0 : BAD;
        } catch (ErrandRefused refused) {
            System.err.println(refused.getMessage());
            return FAILED;
        } catch (Exception fault) {
            fault.printStackTrace();
            return FAILED;
        }
    }
}
