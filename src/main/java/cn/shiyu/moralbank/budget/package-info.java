/** Sponsors and their budgets: every point that is given comes out of one, and was paid for. */
package cn.shiyu.moralbank.budget;
