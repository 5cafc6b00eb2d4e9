package cn.shiyu.moralbank.budget;

import java.time.Instant;
import java.util.UUID;

/** Money pledged or given back. @param fund false: what was left went back @param paper number of the document that says so */
public record Funding(UUID id, boolean fund, long points, long fen, String paper, String by, Instant at) {

    public String yuan() {
        return Typed.yuan(fen);
    }
}
