/** 志愿服务队、社会组织: accounts of organisations, given points by the bank's clerk, paid from by their treasurers. */
package cn.shiyu.moralbank.team;
