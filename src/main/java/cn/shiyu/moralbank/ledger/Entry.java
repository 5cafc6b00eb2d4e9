package cn.shiyu.moralbank.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A transfer as it goes into the books.
 *
 * @param by login of staff or the kind of whoever asked; never a resident's id
 * @param day of the books, city's zone
 * @param made lots that come into being with it
 * @param reverses the transfer it takes back, or null
 * @param endsHold the hold it ends, or null
 */
record Entry(
        UUID id, Transfer transfer, String by, LocalDate day, Instant at, List<Posting> postings, List<Lot> made, UUID reverses, UUID endsHold) {

    Receipt receipt(boolean replayed) {
        return new Receipt(id, replayed, at);
    }
}
