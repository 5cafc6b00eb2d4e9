/** Text messages (短信) by the gateway of Tencent Cloud. */
package cn.shiyu.notify.sms;
