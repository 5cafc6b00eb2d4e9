package cn.shiyu.casework;

import cn.shiyu.identity.Caller;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** All that other capabilities have to say beside a case. */
@ApplicationScoped
public class CaseSidelines {

    @All
    @Inject
    List<CaseSideline> sidelines;

    public Uni<List<CaseSideline.Box>> of(Caller caller, CaseView view) {
        return Multi.createFrom()
                .iterable(sidelines)
                .onItem()
                .transformToUniAndConcatenate(sideline -> sideline.of(caller, view))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }
}
