/** What members are given for what they did: the city's rules, their caps, and each award. */
package cn.shiyu.moralbank.award;
