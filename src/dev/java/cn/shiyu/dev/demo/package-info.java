/** Demonstration cases: messages of our own writing, led through the real flows to the state each is to show. */
package cn.shiyu.dev.demo;
