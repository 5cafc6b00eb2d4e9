/** Who takes part in the moral bank: joining, and leaving without a trace. */
package cn.shiyu.moralbank.member;
