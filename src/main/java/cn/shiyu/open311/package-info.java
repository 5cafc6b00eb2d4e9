/** Open311 GeoReport v2: other people's software lists topics, files cases and reads what is public, under keys the city gives. */
package cn.shiyu.open311;
