/** Agreements for those who sign them. */
package cn.shiyu.agreement.portal;
