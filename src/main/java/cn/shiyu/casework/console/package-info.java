/** 工作台: staff's queues and the case page with its steps. Each step is a resource; what is typed survives a refusal. */
package cn.shiyu.casework.console;
