package cn.shiyu.law.portal;

import cn.shiyu.law.LawHit;
import java.util.List;

/** What the law says on a topic of the city's tree. @param name with its parents' names */
record TopicLaws(String name, List<LawHit> articles) {}
