/**
 * Real servers (PostgreSQL, Redis, Keycloak, WireMock as WeChat's and the SMS gateway's stand-in) started from Maven
 * artifacts, for the newcomer's run and for tests. None of this is in the production artifact; a test checks it there.
 */
package cn.shiyu.dev;
