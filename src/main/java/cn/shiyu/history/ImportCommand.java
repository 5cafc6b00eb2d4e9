package cn.shiyu.history;

import cn.shiyu.platform.command.Command;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code shiyu.command=import-cases shiyu.city=jieshou shiyu.import.file=… shiyu.import.mapping=…}: brings in a file's cases;
 * begun again after a crash it goes on where it stopped. {@code shiyu.import.report} names the file for refused lines,
 * {@code shiyu.import.trial=true} only says what would become of each line. See docs/importing.md.
 */
@ApplicationScoped
class ImportCommand implements Command {

    @ConfigProperty(name = "shiyu.import.file")
    Optional<Path> file;

    @ConfigProperty(name = "shiyu.import.mapping")
    Optional<Path> mapping;

    @ConfigProperty(name = "shiyu.import.report")
    Optional<Path> report;

    @ConfigProperty(name = "shiyu.import.trial", defaultValue = "false")
    boolean trial;

    @Inject
    CityDirectory cities;

    @Inject
    CommandedImport imports;

    @Override
    public String name() {
        return "import-cases";
    }

    @Override
    public Uni<Outcome> run(TenantId city) {
        if (file.isEmpty() || mapping.isEmpty()) {
            return Uni.createFrom().item(new Outcome(false, Messages.get("history.command.missing")));
        }
        return run(cities.byId(city), file.get(), mapping.get(), report, trial);
    }

    Uni<Outcome> run(City city, Path csv, Path mappingFile, Optional<Path> reportFile, boolean trialOnly) {
        // A thread of its own: reading a file of a million lines is waiting, and there is one such command a process.
        return Uni.createFrom()
                .item(() -> outcome(city, csv, mappingFile, reportFile, trialOnly))
                .runSubscriptionOn(ImportCommand::onOwnThread);
    }

    private static void onOwnThread(Runnable work) {
        Thread thread = new Thread(work, "shiyu-import-command");
        thread.setDaemon(true);
        thread.start();
    }

    private Outcome outcome(City city, Path csv, Path mappingFile, Optional<Path> reportFile, boolean trialOnly) {
        try {
            String text = Files.readString(mappingFile);
            return trialOnly
                    ? imports.tryOut(city, csv, text, reportFile)
                    : imports.bringIn(city, csv, text, reportFile);
        } catch (NoSuchFileException e) {
            return new Outcome(false, Messages.get("history.command.noFile", e.getFile()));
        } catch (Refusal e) {
            return new Outcome(false, ImportWork.words(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
