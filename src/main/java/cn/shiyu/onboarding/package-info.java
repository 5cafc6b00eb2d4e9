/** A city comes on board: its tenant file is checked as a whole, its divisions and units are written to the database. */
package cn.shiyu.onboarding;
