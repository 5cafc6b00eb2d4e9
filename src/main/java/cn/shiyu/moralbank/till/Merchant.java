package cn.shiyu.moralbank.till;

import java.util.UUID;

/** A shop that takes points. @param region code of the division it stands in @param account {@code MERCHANT} of the books */
public record Merchant(UUID id, String name, String address, String region, UUID account, MerchantState state) {

    public String deskAddress() {
        return "/console/bank/merchants/" + id;
    }
}
