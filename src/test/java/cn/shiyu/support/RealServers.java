package cn.shiyu.support;

import cn.shiyu.dev.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Every {@code @QuarkusTest} runs on real PostgreSQL, Redis and Keycloak; nothing has to be written in the test. */
@QuarkusTestResource(RealServers.class)
public class RealServers implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestServers.start();
    }

    /** They end with the JVM: the next test class needs them too. */
    @Override
    public void stop() {}
}
