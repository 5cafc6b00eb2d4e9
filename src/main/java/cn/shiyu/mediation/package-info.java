/** 专家超市与调解: choose a mediator together, mediate, keep what came of it as one dossier (docs/mediation.md). */
package cn.shiyu.mediation;
