/** Papers: PDF with an embedded Chinese font, for people to keep and courts to take. */
package cn.shiyu.platform.paper;
