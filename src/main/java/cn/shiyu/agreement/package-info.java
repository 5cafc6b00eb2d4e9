/** 调解协议书: written, signed by both, frozen, confirmed by a court, carried out (docs/agreements.md). */
package cn.shiyu.agreement;
