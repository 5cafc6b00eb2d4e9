package cn.shiyu.moralbank.portal;

import cn.shiyu.platform.web.Choice;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import java.util.List;

/** Divisions a form offers. @param villages of the township that is chosen, else none */
record RegionChoices(List<Choice> townships, List<Choice> villages) {

    static RegionChoices of(RegionTree tree, String root, String township) {
        List<Choice> townships = tree.ofLevel(RegionLevel.TOWNSHIP).stream()
                .filter(one -> tree.isWithin(one.code(), root))
                .map(one -> new Choice(one.code(), one.fullName()))
                .toList();
        List<Choice> villages = tree.find(township).isEmpty()
                ? List.of()
                : tree.children(township).stream().map(one -> new Choice(one.code(), one.name())).toList();
        return new RegionChoices(townships, villages);
    }
}
