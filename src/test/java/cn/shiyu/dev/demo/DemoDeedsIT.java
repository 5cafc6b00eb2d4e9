package cn.shiyu.dev.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.mediation.Table;
import cn.shiyu.support.Await;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The demonstration of how points are earned, told through the real flows. */
@QuarkusTest
class DemoDeedsIT {

    private static final String CITY = "liaocheng";

    @Inject
    DemoDeeds deeds;

    @Inject
    CityDirectory cities;

    @Test
    void showsActivitiesToJoinAndDeedsToReviewAndIsToldOnce() {
        Await.await(() -> deeds.load(cities.byId(new TenantId(CITY))));
        Await.await(() -> deeds.load(cities.byId(new TenantId(CITY))));
        String activities = Table.pageIn(CITY, "resident1", "/bank/activities").asString();
        assertThat(activities).containsOnlyOnce("陪伴独居老人").contains("清理小区楼道", "路口文明引导");
        assertThat(Table.pageIn(CITY, "resident1", "/bank/activities/own").asString()).contains("路口文明引导");
        assertThat(Table.pageIn(CITY, "committee1", "/console/bank/deeds").asString()).contains("帮她提到六楼");
    }
}
