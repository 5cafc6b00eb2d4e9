package cn.shiyu.wechat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Of {@code jscode2session}. The session key is not even read: nothing of ours needs it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record WeChatAnswer(String openid, String unionid, Integer errcode, String errmsg) {

    int code() {
        return errcode == null ? 0 : errcode;
    }
}
