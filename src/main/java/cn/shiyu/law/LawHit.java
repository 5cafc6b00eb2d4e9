package cn.shiyu.law;

/** An article that was found or asked for, in the version that applies. */
public record LawHit(Law law, LawVersion version, Article article) {

    public ArticleRef ref() {
        return new ArticleRef(law.id(), article.number());
    }

    /** 《中华人民共和国民法典》第二百八十八条 */
    public String citation() {
        return "《" + law.title() + "》" + article.label();
    }
}
