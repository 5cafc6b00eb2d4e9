/** Brings a city on board in Keycloak: its realm, the client of this application, its staff. May be repeated at any time. */
package cn.shiyu.identity.provisioning;
