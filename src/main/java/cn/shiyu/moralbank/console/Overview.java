package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.ledger.LedgerTotals;

/** How the bank stands. @param members how many take part; who they are is nobody's business */
record Overview(long members, LedgerTotals totals) {}
