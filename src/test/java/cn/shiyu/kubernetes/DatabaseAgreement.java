package cn.shiyu.kubernetes;

import static cn.shiyu.kubernetes.Agreement.both;
import static cn.shiyu.kubernetes.Agreement.unless;

import cn.shiyu.kubernetes.CloudNativePg.Cluster;
import cn.shiyu.kubernetes.CloudNativePg.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The database is the one that docs/running.md describes: its two roles, its locale; and it is backed up, and large enough. */
final class DatabaseAgreement implements Agreement {

    @Override
    public Stream<String> broken(Manifests all) {
        Cluster cluster = all.only(Cluster.class);
        return both(
                beginning(cluster.spec().bootstrap().initdb()),
                roles(cluster.spec().managed().roles(), all),
                address(all, cluster),
                all.workloads().filter(Workload::isShiyu).flatMap(work -> Trust.broken(all, work, cluster)),
                keycloak(all, cluster),
                backups(all, cluster),
                safety(cluster),
                Connections.broken(all, cluster));
    }

    private static Stream<String> beginning(CloudNativePg.InitDb initdb) {
        List<String> roles = ProvisioningSql.roles();
        return both(
                unless(
                        ProvisioningSql.database()
                                .equals("create database " + initdb.database() + " owner " + initdb.owner()
                                        + " encoding '"
                                        + initdb.encoding() + "' locale_provider "
                                        + initdb.localeProvider() + " builtin_locale '" + initdb.builtinLocale()
                                        + "' locale '"
                                        + initdb.locale() + "'"),
                        "the database begins otherwise than docs/running.md says: " + initdb),
                unless(roles.get(0).startsWith("create role " + initdb.owner() + " "), "the owner has another name"),
                unless(
                        initdb.postInitSQL().equals(List.of(roles.get(1))),
                        "the application's role is made otherwise than in docs/running.md: " + initdb.postInitSQL()),
                unless(
                        initdb.postInitApplicationSQL().equals(ProvisioningSql.insideTheDatabase()),
                        "prepared otherwise than on plain servers: " + initdb.postInitApplicationSQL()));
    }

    private static Stream<String> roles(List<Role> roles, Manifests all) {
        return both(
                unless(
                        roles.stream().map(Role::name).toList().equals(List.of("shiyu_app", "keycloak")),
                        "other roles are managed: " + roles),
                roles.stream()
                        .filter(role -> role.superuser() || role.bypassrls() || role.createdb() || role.createrole())
                        .map(role -> "role " + role.name() + " may do too much"),
                roles.stream()
                        .filter(role -> role.name().equals("shiyu_app"))
                        .map(role -> "secret " + role.passwordSecret().name() + "/password")
                        .filter(secret -> !secret.equals(SettingsAgreement.settings(all, all.workload("shiyu"))
                                .get("SHIYU_DATABASE_PASSWORD")))
                        .map(secret -> "the application signs in with another password than " + secret));
    }

    private static Stream<String> address(Manifests all, Cluster cluster) {
        String expected = "postgresql://" + cluster.service() + ":5432/"
                + cluster.spec().bootstrap().initdb().database() + "?sslmode=require";
        return all.workloads()
                .filter(Workload::isShiyu)
                .filter(work ->
                        !expected.equals(SettingsAgreement.settings(all, work).get("SHIYU_DATABASE_URL")))
                .map(work -> work.name() + " looks for the database elsewhere than " + expected);
    }

    private static Stream<String> keycloak(Manifests all, Cluster cluster) {
        var database = all.only(CloudNativePg.Database.class).spec();
        var asked = all.only(KeycloakServer.class).spec().db();
        boolean agree = asked.host().equals(cluster.service())
                && asked.database().equals(database.name())
                && database.cluster().name().equals(cluster.metadata().getName())
                && cluster.spec().managed().roles().stream()
                        .filter(role -> role.name().equals(database.owner()))
                        .anyMatch(role -> role.passwordSecret()
                                .name()
                                .equals(asked.passwordSecret().getName()));
        return unless(agree, "Keycloak and its database do not agree");
    }

    private static Stream<String> backups(Manifests all, Cluster cluster) {
        String store = all.only(CloudNativePg.ObjectStore.class).metadata().getName();
        var schedule = all.only(CloudNativePg.ScheduledBackup.class).spec();
        return both(
                unless(
                        cluster.spec().plugins().stream()
                                .anyMatch(plugin -> plugin.name().equals(CloudNativePg.PLUGIN)
                                        && plugin.isWALArchiver()
                                        && plugin.parameters().equals(Map.of("barmanObjectName", store))),
                        "WAL is not archived to " + store),
                unless(
                        schedule.cluster().name().equals(cluster.metadata().getName())
                                && schedule.method().equals("plugin")
                                && schedule.pluginConfiguration().name().equals(CloudNativePg.PLUGIN)
                                && schedule.schedule().split(" ").length == 6,
                        "the nightly backup is of something else"));
    }

    private static Stream<String> safety(Cluster cluster) {
        var synchronous = cluster.spec().postgresql().synchronous();
        boolean safe = cluster.spec().instances() == 1
                ? synchronous == null
                : synchronous != null
                        && synchronous.dataDurability() == CloudNativePg.Durability.required
                        && synchronous.number() < cluster.spec().instances() - 1;
        return both(
                unless(safe, "what is acknowledged may be lost with one instance, or one lost instance stops all"),
                unless(!cluster.spec().enableSuperuserAccess(), "superusers may sign in over the network"),
                unless(
                        cluster.spec()
                                .postgresql()
                                .pg_hba()
                                .equals(List.of(
                                        "hostssl shiyu shiyu_app,shiyu_owner all scram-sha-256",
                                        "hostssl keycloak keycloak all scram-sha-256",
                                        "host all all all reject")),
                        "the roles are let into other databases, or unencrypted"));
    }
}
