/** 家庭共用: members of one household put points together and pay from them. */
package cn.shiyu.moralbank.household;
