/** The shell of the portal's front page: what each capability shows there. */
package cn.shiyu.organisation.portal;
