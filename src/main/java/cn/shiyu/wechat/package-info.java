/** WeChat's server side: its calls, shapes and error codes (docs of api.weixin.qq.com), behind verbs of ours. */
package cn.shiyu.wechat;
