/** GeoReport v2 over HTTP: what it is asked and how it answers, in JSON and XML alike. */
package cn.shiyu.open311.exchange;
