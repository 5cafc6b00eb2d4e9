package cn.shiyu.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;

/**
 * What k8s/ uses of CloudNativePG 1.28 (postgresql.cnpg.io/v1) and of its Barman Cloud plugin 0.11 (barmancloud.cnpg.io/v1). There
 * is no artifact with these types in Java, so they are written down here: a field that is not is refused, and whoever adds one looks
 * it up in the operator's reference first.
 */
interface CloudNativePg {

    String PLUGIN = "barman-cloud.cloudnative-pg.io";

    record Cluster(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

        /** The Service that leads to the one that takes writes. */
        String service() {
            return metadata.getName() + "-rw";
        }

        /** The Secret with the certificate (ca.crt) of the authority that the operator makes for this cluster. */
        String authority() {
            return metadata.getName() + "-ca";
        }
    }

    record Spec(
            String description,
            int instances,
            String imageName,
            boolean enableSuperuserAccess,
            Bootstrap bootstrap,
            Managed managed,
            Postgresql postgresql,
            Affinity affinity,
            List<TopologySpreadConstraint> topologySpreadConstraints,
            Update primaryUpdateMethod,
            Storage storage,
            Storage walStorage,
            ResourceRequirements resources,
            List<Plugin> plugins,
            List<External> externalClusters) {}

    enum Update {
        restart,
        switchover
    }

    record Bootstrap(InitDb initdb, Recovery recovery) {}

    record InitDb(
            String database,
            String owner,
            Name secret,
            String encoding,
            String locale,
            String localeProvider,
            String builtinLocale,
            boolean dataChecksums,
            List<String> postInitSQL,
            List<String> postInitApplicationSQL) {}

    record Recovery(String source, String database, String owner, Name secret, Target recoveryTarget) {}

    record Target(String targetTime) {}

    record Managed(List<Role> roles) {}

    record Role(
            String name,
            Ensure ensure,
            boolean login,
            boolean superuser,
            boolean bypassrls,
            boolean createdb,
            boolean createrole,
            Name passwordSecret) {}

    enum Ensure {
        present,
        absent
    }

    record Postgresql(Map<String, String> parameters, List<String> pg_hba, Synchronous synchronous) {}

    record Synchronous(Method method, int number, Durability dataDurability, boolean failoverQuorum) {}

    enum Method {
        any,
        first
    }

    enum Durability {
        required,
        preferred
    }

    record Affinity(boolean enablePodAntiAffinity, String podAntiAffinityType, String topologyKey) {}

    record Storage(String size, String storageClass) {}

    record Plugin(String name, boolean isWALArchiver, Map<String, String> parameters) {}

    record External(String name, Plugin plugin) {}

    record Name(String name) {}

    record Database(String apiVersion, String kind, ObjectMeta metadata, DatabaseSpec spec) {}

    record DatabaseSpec(Name cluster, String name, String owner, String databaseReclaimPolicy) {}

    record ScheduledBackup(String apiVersion, String kind, ObjectMeta metadata, Schedule spec) {}

    record Schedule(
            String schedule,
            boolean immediate,
            String backupOwnerReference,
            Name cluster,
            String method,
            Plugin pluginConfiguration) {}

    record ObjectStore(String apiVersion, String kind, ObjectMeta metadata, Store spec) {}

    record Store(String retentionPolicy, Destination configuration) {}

    record Destination(String destinationPath, String endpointURL, S3 s3Credentials, Compressed data, Compressed wal) {}

    record S3(SecretKeySelector accessKeyId, SecretKeySelector secretAccessKey) {}

    record Compressed(String compression, Integer maxParallel) {}
}
