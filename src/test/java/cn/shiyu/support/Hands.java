package cn.shiyu.support;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How somebody works a page: with a mouse, or with the keyboard alone. */
public enum Hands {
    MOUSE {
        @Override
        void press(Page page, String target) {
            page.locator(target).first().click();
        }

        @Override
        void fill(Page page, String target, String text) {
            page.fill(target, text);
        }

        @Override
        void choose(Page page, String name, String value) {
            page.locator("label:has(input[name='" + name + "'][value='" + value + "'])").click();
        }

        @Override
        void select(Page page, String target, String value) {
            page.selectOption(target, value);
        }
    },
    KEYBOARD {
        @Override
        void press(Page page, String target) {
            reach(page, page.locator(target).first());
            page.keyboard().press("Enter");
        }

        @Override
        void fill(Page page, String target, String text) {
            reach(page, page.locator(target));
            page.keyboard().press("Control+a");
            page.keyboard().insertText(text);
        }

        /** A group of choices is one stop of the Tab key; arrows go from choice to choice. */
        @Override
        void choose(Page page, String name, String value) {
            String standing = "name => document.activeElement.name === name";
            for (int i = 0; i < FAR && !(boolean) page.evaluate(standing, name); i++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Space");
            Locator choice = page.locator("input[name='" + name + "'][value='" + value + "']");
            for (int i = 0; i < FAR && !choice.isChecked(); i++) {
                page.keyboard().press("ArrowDown");
            }
        }

        @Override
        void select(Page page, String target, String value) {
            Locator list = page.locator(target);
            reach(page, list);
            for (int i = 0; i < FAR && !list.inputValue().equals(value); i++) {
                page.keyboard().press("ArrowDown");
            }
        }
    };

    /** More stops than any page has; what is not reached by then cannot be reached. */
    private static final int FAR = 300;

    abstract void press(Page page, String target);

    abstract void fill(Page page, String target, String text);

    abstract void choose(Page page, String name, String value);

    abstract void select(Page page, String target, String value);

    private static void reach(Page page, Locator target) {
        target.waitFor();
        for (int i = 0; i < FAR; i++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the Tab key never reaches " + target + " on " + page.url());
    }
}
