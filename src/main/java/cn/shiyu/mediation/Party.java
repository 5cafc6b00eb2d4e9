package cn.shiyu.mediation;

/**
 * One side with what it says of itself, opened for whoever may see it.
 *
 * @param story what happened, as this side tells it; null until told
 * @param claim what this side wants; null until told
 * @param rating level it gave the mediator, or null
 */
public record Party(Side side, String name, String phone, String story, String claim, String rating, int ratings) {}
