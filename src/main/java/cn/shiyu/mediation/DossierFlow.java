package cn.shiyu.mediation;

import cn.shiyu.agreement.AgreementQueries;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.files.FileCopies;
import cn.shiyu.platform.files.FileQueries;
import cn.shiyu.platform.files.FileRef;
import cn.shiyu.platform.files.FileWorkers;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Exports a mediation whole, as far as it is for who asks: its volume, the agreement's papers, what was shown. Each export is an event. */
@ApplicationScoped
public class DossierFlow {

    private static final String VOLUME = "dossier.pdf";

    @Inject
    MediationQueries queries;

    @Inject
    AgreementQueries agreements;

    @Inject
    FileQueries files;

    @Inject
    FileCopies copies;

    @Inject
    FileWorkers workers;

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    MediationStep step;

    /**
     * A ZIP in a file of its own, to be deleted once it was sent.
     *
     * @throws Refusal 404 for everybody but the three; 409 for a party while it is under way
     */
    public Uni<Path> export(Caller caller, UUID id) {
        City city = cities.byId(caller.tenant());
        return queries.one(caller, id)
                .invoke(it -> {
                    if (it.standing() != MediationStanding.MEDIATOR && !it.status().isOver()) {
                        throw MediationRefusals.notNow(it.status());
                    }
                })
                .chain(it -> papers(caller, it)
                        .chain(papers -> evidence(city, it).chain(shown -> workers.run(() -> zip(city, it, papers, shown)))))
                .call(() -> sql.inTx(caller.tenant(), connection -> step.happened(
                        connection, caller, id, "DossierExported", Map.of("by", caller.kind().name()), step.now())));
    }

    private Uni<List<AgreementQueries.Named>> papers(Caller caller, MediationView it) {
        return it.agreement() == null
                ? Uni.createFrom().item(List.of())
                : agreements.papers(caller, it.agreement().id());
    }

    /** Files by the names they have in the dossier: of the first item 1-1.jpg, 1-2.jpg. */
    private Uni<Map<String, Path>> evidence(City city, MediationView it) {
        List<UUID> items = it.evidence().stream().map(one -> one.it().id()).toList();
        return sql.inTx(city.id(), connection -> files.of(connection, city.id(), EvidenceFlow.FILES, items))
                .chain(kept -> Multi.createFrom()
                        .iterable(named(items, kept).entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(one -> copies.local(city.id(), one.getValue())
                                .map(path -> Map.entry(one.getKey(), path)))
                        .collect()
                        .in(LinkedHashMap::new, (all, one) -> all.put(one.getKey(), one.getValue())));
    }

    private static Map<String, FileRef> named(List<UUID> items, Map<UUID, List<FileRef>> kept) {
        Map<String, FileRef> named = new LinkedHashMap<>();
        for (int item = 0; item < items.size(); item++) {
            List<FileRef> files = kept.getOrDefault(items.get(item), List.of());
            for (int file = 0; file < files.size(); file++) {
                String kind = files.get(file).mediaType().replaceAll(".*/", "").replace("jpeg", "jpg");
                named.put("evidence/%d-%d.%s".formatted(item + 1, file + 1, kind), files.get(file));
            }
        }
        return named;
    }

    private Path zip(City city, MediationView it, List<AgreementQueries.Named> papers, Map<String, Path> shown)
            throws IOException {
        List<String> names = new ArrayList<>(Stream.concat(
                papers.stream().map(AgreementQueries.Named::name), shown.keySet().stream()).toList());
        Path zip = Files.createTempFile("dossier-", ".zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            put(out, VOLUME, DossierPaper.of(city, it, names, step.now()));
            for (AgreementQueries.Named paper : papers) {
                put(out, paper.name(), paper.bytes());
            }
            for (Map.Entry<String, Path> one : shown.entrySet()) {
                out.putNextEntry(new ZipEntry(one.getKey()));
                Files.copy(one.getValue(), out);
                out.closeEntry();
            }
            return zip;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(zip);
            throw e;
        }
    }

    private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
