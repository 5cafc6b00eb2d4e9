package cn.shiyu.platform.crypto;

import cn.shiyu.platform.command.Command;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code shiyu.command=rotate-keys shiyu.city=jieshou}: a new version of each of the city's sealing keys. */
@ApplicationScoped
class RotateKeysCommand implements Command {

    @Inject
    KeyRing ring;

    @Override
    public String name() {
        return "rotate-keys";
    }

    @Override
    public Uni<Outcome> run(TenantId city) {
        List<Purpose> purposes =
                Arrays.stream(Purpose.values()).filter(Purpose::seals).toList();
        return Multi.createFrom()
                .iterable(purposes)
                .onItem()
                .transformToUniAndConcatenate(
                        purpose -> ring.rotate(city, purpose).map(version -> purpose + " " + version))
                .collect()
                .with(Collectors.joining(", "))
                .map(versions -> new Outcome(true, city + ":新密钥版本 " + versions + ",五分钟后启用"));
    }
}
