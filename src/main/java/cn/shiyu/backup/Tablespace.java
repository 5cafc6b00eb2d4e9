package cn.shiyu.backup;

/** A tablespace outside the data folder. @param oid its name below pg_tblspc @param location where it was, absolute */
record Tablespace(String oid, String location) {}
