package cn.shiyu.casework.console;

import cn.shiyu.platform.web.Choice;
import java.util.List;

/** Options that belong together under one heading of a select. */
record ChoiceGroup(String label, List<Choice> options) {}
