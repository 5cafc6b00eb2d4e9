/** 举报奖励: thanks for useful reports whose sender is a member and gave their name (docs/volunteering.md). */
package cn.shiyu.moralbank.reward;
