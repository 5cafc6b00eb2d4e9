package cn.shiyu.dev;

import cn.shiyu.dev.demo.DemoCases;
import cn.shiyu.identity.StaffDirectory;
import cn.shiyu.tenancy.CityDirectory;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs until told to stop, having printed where the cities are and who may sign in. */
public class WelcomingApplication implements QuarkusApplication {

    @Inject
    CityDirectory cities;

    @Inject
    StaffDirectory staff;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    @Inject
    DemoCases demo;

    @Override
    public int run(String... arguments) {
        demo.load((city, done) -> System.out.printf("正在为%s载入演示诉求:%s%n", city.name(), done));
        System.out.println(Welcome.to(cities, staff, port));
        Quarkus.waitForExit();
        return 0;
    }
}
