package cn.shiyu.mediation.console;

import cn.shiyu.platform.web.Choice;
import java.util.List;

/**
 * What the forms of the desk offer.
 *
 * @param slots the mediator's next free times; empty without a rota
 * @param ways how sessions are held: video only where the city has a server for it
 * @param onTheSpot the ways without video
 * @param others mediators to hand over to
 * @param asides whom the mediator may speak to alone
 */
record DeskChoices(
        List<Choice> slots, List<Choice> ways, List<Choice> onTheSpot, List<Choice> others, List<Choice> asides) {}
