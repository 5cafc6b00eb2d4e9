package cn.shiyu.platform.command;

import cn.shiyu.platform.web.Messages;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
        speakUtf8();
        System.exit(exitCode(errand.get(), settings));
    }

    /** A timer's environment has no language, and Java would print a question mark for every Chinese character. */
    private static void speakUtf8() {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
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
        } catch (IOException disk) {
            System.err.println(Messages.get("errand.disk", disk));
            return FAILED;
        } catch (Exception fault) {
            fault.printStackTrace();
            return FAILED;
        }
    }
}
