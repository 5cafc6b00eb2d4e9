/** 道德银行公开账: what the whole bank has issued, what was spent, what ran out, for anyone to read; sums alone, nobody's account. */
package cn.shiyu.moralbank.figures;
