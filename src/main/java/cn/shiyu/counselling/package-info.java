/** 心理咨询: people and counsellors write to each other, read by these two alone; nothing here watches, it serves. */
package cn.shiyu.counselling;
