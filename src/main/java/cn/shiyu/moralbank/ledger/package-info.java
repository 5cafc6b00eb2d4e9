/** The books of the moral bank: double entry, only appended to; it knows accounts, lots and transfers, and no person. */
package cn.shiyu.moralbank.ledger;
