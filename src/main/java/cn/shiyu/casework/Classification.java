package cn.shiyu.casework;

/** 分类分级, as typed: a leaf of the city's tree, a grade, public or confidential. */
public record Classification(String category, String grade, String visibility) {}
