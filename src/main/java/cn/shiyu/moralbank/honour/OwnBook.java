package cn.shiyu.moralbank.honour;

import cn.shiyu.platform.paging.Page;

/** What a member said, and what of theirs is in the book. @param name as the bank calls them */
public record OwnBook(String name, Consent consent, Page<OwnEntry> page) {}
