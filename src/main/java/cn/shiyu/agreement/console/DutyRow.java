package cn.shiyu.agreement.console;

/** Names of one row's fields in the form, numbered from 0. */
record DutyRow(int number) {

    public int place() {
        return number + 1;
    }

    public String debtor() {
        return "debtor" + number;
    }

    public String duty() {
        return "duty" + number;
    }

    public String yuan() {
        return "yuan" + number;
    }

    public String due() {
        return "due" + number;
    }
}
