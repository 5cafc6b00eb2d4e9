package cn.shiyu.agreement;

import java.time.Instant;
import java.util.UUID;

/**
 * One who signs, opened for whoever may see it.
 *
 * @param signature PNG of what was drawn, or the typed name's UTF-8; null before
 * @param drawn whether {@code signature} is a picture
 */
public record Signer(
        AgreementSide side, UUID resident, String name, String phone, byte[] signature, boolean drawn, Instant signedAt,
        boolean wantsConfirmation) {

    /** @param who a party as the mediation knows it */
    public static Signer unsigned(AgreementSide side, UUID resident, String name, String phone) {
        return new Signer(side, resident, name, phone, null, false, null, false);
    }

    public boolean signed() {
        return signedAt != null;
    }
}
