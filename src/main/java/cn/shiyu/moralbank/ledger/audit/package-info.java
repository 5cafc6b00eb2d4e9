/** Closes the days of the books and recomputes them; it reads past the ledger, as an auditor does. See docs/ledger.md. */
package cn.shiyu.moralbank.ledger.audit;
