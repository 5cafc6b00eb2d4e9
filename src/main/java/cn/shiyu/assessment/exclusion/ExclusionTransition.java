package cn.shiyu.assessment.exclusion;

/** One edge. @param rule the condition behind it */
record ExclusionTransition(ExclusionAction action, ExclusionState from, ExclusionState to, String by, String rule) {}
