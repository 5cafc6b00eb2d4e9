package cn.shiyu.platform.command;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs the command that the configuration names, if it names one, and ends the process. */
@ApplicationScoped
class CommandRunner {

    /** After everything else that happens at start. */
    private static final int LATE = 1_000_000;

    private static final int BAD = 1;
    private static final int FAILED = 2;
    private static final Logger LOG = Logger.getLogger(CommandRunner.class);

    @Inject
    @All
    List<Command> commands;

    @Inject
    CityDirectory cities;

    @ConfigProperty(name = "shiyu.command")
    Optional<String> command;

    @ConfigProperty(name = "shiyu.city")
    Optional<String> city;

    void start(@Observes @Priority(LATE) StartupEvent event) {
        // On a thread of its own: the start must end before the process can be told to.
        command.ifPresent(name -> new Thread(() -> Quarkus.asyncExit(exitCode(name)), "command-" + name).start());
    }

    private int exitCode(String name) {
        try {
            Command.Outcome outcome = VertxContextSupport.subscribeAndAwait(() -> run(name, city));
            System.out.println(outcome.words());
            return outcome.good() ? 0 : BAD;
        } catch (Throwable e) {
            LOG.errorf(e, "command %s failed", name);
            return FAILED;
        }
    }

    /** @throws IllegalArgumentException for a command or city that is not there, naming those that are */
    Uni<Command.Outcome> run(String name, Optional<String> cityName) {
        Command found = commands.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no command " + name + "; there are " + names()));
        City of = cities.byId(
                new TenantId(cityName.orElseThrow(() -> new IllegalArgumentException("name the city: shiyu.city=…"))));
        return found.run(of.id());
    }

    /** Those without the application as well: whoever mistypes one of them ends up here. */
    private List<String> names() {
        return Stream.concat(
                        commands.stream().map(Command::name),
                        Main.errands().stream().map(Errand::name))
                .sorted()
                .toList();
    }
}
