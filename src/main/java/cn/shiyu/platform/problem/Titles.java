package cn.shiyu.platform.problem;

import java.util.Map;

/** Short Chinese names of the statuses we answer with. */
final class Titles {

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "请求格式有误"),
            Map.entry(401, "请先登录"),
            Map.entry(403, "没有权限"),
            Map.entry(404, "没有找到"),
            Map.entry(405, "不支持这种操作"),
            Map.entry(406, "不支持这种返回格式"),
            Map.entry(409, "内容有冲突"),
            Map.entry(410, "已经超过期限"),
            Map.entry(413, "内容太大"),
            Map.entry(415, "不支持这种提交格式"),
            Map.entry(422, "填写有误"),
            Map.entry(429, "操作过于频繁"),
            Map.entry(503, "服务暂时不可用"));

    private Titles() {}

    static String of(int status) {
        return TITLES.getOrDefault(status, status < 500 ? "请求无法处理" : "系统出错了");
    }
}
