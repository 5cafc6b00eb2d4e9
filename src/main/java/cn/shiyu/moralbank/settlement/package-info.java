/** 商家结算: a merchant's month, made once from the closed books, frozen by its digest, as page, XLSX and PDF. */
package cn.shiyu.moralbank.settlement;
