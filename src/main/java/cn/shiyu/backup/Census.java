package cn.shiyu.backup;

import java.util.List;
import java.util.Map;

/**
 * What was in the database in one snapshot shortly before the backup ended: everything in it is in every restore.
 *
 * @param tables rows by table, all cities together
 * @param notCounted tables the backup's role may not count
 * @param streams how many heads of the event log are in {@code heads.gz}; null where there is no event log
 */
record Census(Map<String, Rows> tables, List<String> notCounted, Long streams) {

    /** @param onlyGrows whether the application may not delete from the table */
    record Rows(long count, boolean onlyGrows) {}
}
