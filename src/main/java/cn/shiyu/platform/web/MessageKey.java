package cn.shiyu.platform.web;

/** A key on its way through a template: {@code {t:casework.submit}} grows word by word and reads as its message. */
public record MessageKey(String key) {

    MessageKey then(String word) {
        return new MessageKey(key + "." + word);
    }

    @Override
    public String toString() {
        return Messages.get(key);
    }
}
