package cn.shiyu.moralbank.settlement;

/** How many of the month's points a sponsor's budget had paid for. */
public record StatementShare(String sponsor, String budget, long points) {}
