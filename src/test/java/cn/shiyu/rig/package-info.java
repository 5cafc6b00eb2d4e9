/**
 * The packaged application as it runs in a city: several instances with their servers, each a process of its own that can be
 * killed, frozen, slowed down or cut off while people go on using it.
 */
package cn.shiyu.rig;
