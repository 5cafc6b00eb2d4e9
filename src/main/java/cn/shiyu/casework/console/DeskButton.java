package cn.shiyu.casework.console;

/** A step as a button that opens its form. @param kind of the button @param current whether its form is open */
record DeskButton(String href, String label, String icon, String kind, boolean current) {}
