package cn.shiyu.moralbank.ledger;

/** What a transfer came of: {@code activity}, {@code deed}, {@code order}… and its id. Never a person. */
public record Source(String type, String id) {}
