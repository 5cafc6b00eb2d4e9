/** 法律法规库: statutes as articles, the version in force on a day, and a search in everyday words. */
package cn.shiyu.law;
