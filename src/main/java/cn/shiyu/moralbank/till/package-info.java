/** 爱心商家收款: shops, codes to pay with, charges that are authorised first and captured later. */
package cn.shiyu.moralbank.till;
