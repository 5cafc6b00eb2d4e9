package cn.shiyu.moralbank.honour;

/** Under which name a member is shown. */
public enum Naming {
    /** As the bank calls them. */
    FULL {
        @Override
        String shown(String name, String pen) {
            return name;
        }
    },
    /** 王** : the first character alone, so that the length tells nothing either. */
    MASKED {
        @Override
        String shown(String name, String pen) {
            return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
        }
    },
    /** A pen name of their choice. */
    PEN {
        @Override
        String shown(String name, String pen) {
            return pen;
        }
    };

    /** @param name as the bank calls them, not empty @param pen null unless {@link #PEN} */
    abstract String shown(String name, String pen);
}
