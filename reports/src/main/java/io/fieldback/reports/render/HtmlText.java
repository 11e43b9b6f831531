// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.render;

/** HTML that is written piece by piece; every text is escaped, and only constants of this package are not. */
final class HtmlText {
    private final StringBuilder out = new StringBuilder();

    /** Adds markup as it stands. Never give it anything that was read. */
    HtmlText markup(String constant) {
        out.append(constant);
        return this;
    }

    /** Adds a text. */
    HtmlText text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return this;
    }

    /** Adds an element with a class and a text. */
    HtmlText element(String name, String style, String text) {
        return markup("<" + name + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">")
                .text(text)
                .markup("</" + name + ">");
    }

    /** Adds JSON within a script element, where {@code <} could end it. */
    HtmlText json(String json) {
        out.append(json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"));
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
