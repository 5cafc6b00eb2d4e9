package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.budget.Budget;

/** @param place where it may be given, in words */
record BudgetRow(Budget it, String place) {

    public String address() {
        return BankDesk.PLACE + "/budgets/" + it.account();
    }
}
