package cn.shiyu.clock;

/** 红黄绿灯. Always shown with its word: colour alone tells some people nothing. */
public enum Light {
    GREEN("正常"),
    YELLOW("临期"),
    RED("超期");

    private final String title;

    Light(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
