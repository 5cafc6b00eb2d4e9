/** Plain SQL inside a transaction that somebody else opened, over either of the two clients. */
package cn.shiyu.platform.sql;
