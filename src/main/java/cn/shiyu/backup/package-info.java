/**
 * Backup and restore (备份与恢复): base backups by PostgreSQL's own functions, its archived write-ahead log, the uploads; restored
 * to a moment in a second place and checked there. Errands: they run without the application. See docs/backup.md.
 */
package cn.shiyu.backup;
