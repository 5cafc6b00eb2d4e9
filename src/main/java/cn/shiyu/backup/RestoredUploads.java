package cn.shiyu.backup;

import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.platform.files.FileKey;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The uploads that something refers to must lie in the folder; others in it do no harm. Those not yet attached may be
 * missing: the application writes their row first.
 *
 * @param contents whether to read each and compare its SM3, not its size alone
 */
record RestoredUploads(Path folder, boolean contents) {

    private static final int AT_ONCE = 1000;
    private static final int NAMED = 10;
    private static final String REFERRED_TO =
            "select tenant_id, file_id, created_at, size, sm3 from file where subject_id is not null";

    void compare(Connection connection, List<String> lines, List<String> faults) throws SQLException, IOException {
        long all = 0;
        long bad = 0;
        // Within a transaction, so that the driver fetches little by little.
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery(REFERRED_TO)) {
                while (rows.next()) {
                    all++;
                    Optional<String> fault = fault(rows);
                    bad += fault.isPresent() ? 1 : 0;
                    if (bad <= NAMED) {
                        fault.ifPresent(faults::add);
                    }
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        lines.add(Messages.get("backup.uploadsCompared", all, all - bad, folder));
    }

    private Optional<String> fault(ResultSet row) throws SQLException, IOException {
        String key = FileKey.of(
                new TenantId(row.getString(1)),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant());
        Path file = folder.resolve(key);
        if (!Files.exists(file)) {
            return Optional.of(Messages.get("backup.uploadMissing", key));
        }
        boolean same = Files.size(file) == row.getLong(4)
                && (!contents || Arrays.equals(Sm3.digest(Files.readAllBytes(file)), row.getBytes(5)));
        return same ? Optional.empty() : Optional.of(Messages.get("backup.uploadDiffers", key));
    }
}
