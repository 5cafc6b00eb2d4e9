/** 志愿活动: published, signed up for, checked in and out of by codes that change, confirmed, and paid in points (docs/volunteering.md). */
package cn.shiyu.moralbank.volunteering;
