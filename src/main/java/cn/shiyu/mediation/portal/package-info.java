/** The expert supermarket and a party's mediations, for residents. */
package cn.shiyu.mediation.portal;
