package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.award.Simulated;

/** What the draft would have given for a kind, with the kind's name. */
record SimulatedKind(Simulated.OfKind it, String name) {}
