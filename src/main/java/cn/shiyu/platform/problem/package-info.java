/**
 * What a request gets when it cannot be carried out: RFC 9457 for programs, a page for people, the same words in
 * both.
 */
package cn.shiyu.platform.problem;
