package cn.shiyu.assessment.index;

/** A sealed month computed again. @param difference the first, in words; null when every digit is the same */
public record Recomputation(SealedMonth month, String difference) {

    public boolean isSame() {
        return difference == null;
    }
}
