/** 好人好事: told by oneself or by others, reviewed by the community's committee, paid in points (docs/volunteering.md). */
package cn.shiyu.moralbank.deed;
