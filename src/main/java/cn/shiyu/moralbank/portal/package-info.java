/** What residents, and anyone, see of the moral bank. */
package cn.shiyu.moralbank.portal;
