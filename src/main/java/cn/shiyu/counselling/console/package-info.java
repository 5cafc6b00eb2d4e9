/** The counsellor's own pages, and figures without people for supervision. */
package cn.shiyu.counselling.console;
