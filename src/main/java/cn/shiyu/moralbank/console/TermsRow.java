package cn.shiyu.moralbank.console;

/** Names of one row's fields in the form of rules, numbered from 0: those of a kind, or of a season. */
record TermsRow(int number) {

    public int place() {
        return number + 1;
    }

    public String of(String field) {
        return field + number;
    }
}
