package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.award.Simulated;

/** What the draft would have taken out of a budget, with the budget's name. */
record SimulatedBudget(Simulated.OfBudget it, String name) {}
