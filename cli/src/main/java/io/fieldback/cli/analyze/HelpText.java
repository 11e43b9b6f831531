// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import io.fieldback.cli.terminal.Messages;
import io.fieldback.cli.terminal.TextTable;
import io.fieldback.reports.render.DisplayWidth;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a terminal shows of methods: a line of each, or all of one. */
public final class HelpText {
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    /** Behind a space, and between Chinese characters but not before what closes. */
    private static final Pattern BREAKS = Pattern.compile("(?<= )|(?<=[\\u2e80-\\uffef])(?![，。；：、）])");

    private final Messages words;

    /** Help in a language. */
    public HelpText(Messages words) {
        this.words = words;
    }

    /** A line of each method. */
    public String list(List<Method> methods) {
        int widest = methods.stream()
                .mapToInt(method -> method.about().name().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder("\n" + words.text("analyze.methods") + "\n");
        for (Method method : methods) {
            About about = method.about();
            text.append(INDENT)
                    .append(about.name())
                    .append(" ".repeat(widest - about.name().length() + 2))
                    .append(in(about.line()))
                    .append('\n');
        }
        return text.append('\n')
                .append(words.text("analyze.methods.more"))
                .append('\n')
                .toString();
    }

    /** All of one method. */
    public String page(About about) {
        StringBuilder text = new StringBuilder("\n" + about.name() + ": " + in(about.line()) + "\n\n");
        paragraph(text, words.text("analyze.help.input"), about.input());
        if (!in(about.inputNote()).isEmpty()) {
            text.append(filled(in(about.inputNote()), INDENT));
        }
        paragraph(text, words.text("analyze.help.output"), about.output());
        text.append('\n').append(words.text("analyze.help.parameters")).append('\n');
        text.append(about.parameters().isEmpty() ? INDENT + words.text("analyze.help.none") + "\n" : table(about));
        text.append('\n')
                .append(words.text("analyze.help.formula"))
                .append('\n')
                .append(filled(in(about.formula()), INDENT));
        text.append('\n').append(words.text("analyze.help.source")).append('\n').append(filled(about.source(), INDENT));
        text.append('\n')
                .append(words.text("analyze.help.example"))
                .append('\n')
                .append(INDENT)
                .append(example(about));
        return text.append("\n\n").toString();
    }

    /** The command line of a method's example. */
    public static String example(About about) {
        StringBuilder line = new StringBuilder("fieldback analyze " + about.name() + " --input samples/analyze/"
                + about.example().file());
        about.example()
                .parameters()
                .forEach(parameter -> line.append(" --param ").append(parameter));
        return line.toString();
    }

    /** A row of each parameter; a long meaning goes on in rows of its own. */
    private String table(About about) {
        TextTable table = TextTable.of(
                List.of(
                        INDENT + words.text("analyze.help.name"),
                        words.text("analyze.help.default"),
                        words.text("analyze.help.unit"),
                        words.text("analyze.help.meaning")),
                List.of(false, false, false, false));
        int room = WIDTH
                - widest(about, parameter -> INDENT + parameter.name(), "analyze.help.name")
                - widest(about, HelpText::standard, "analyze.help.default")
                - widest(about, parameter -> in(parameter.unit()), "analyze.help.unit");
        for (Parameter parameter : about.parameters()) {
            List<String> head = List.of(INDENT + parameter.name(), standard(parameter), in(parameter.unit()));
            for (String line : lines(in(parameter.meaning()), room)) {
                table.add(Stream.concat(head.stream(), Stream.of(line)).toList());
                head = List.of("", "", "");
            }
        }
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text, true));
        return text.toString();
    }

    /** Width of a column and of the gap behind it. */
    private int widest(About about, Function<Parameter, String> cell, String head) {
        int widest = DisplayWidth.of(words.text(head));
        for (Parameter parameter : about.parameters()) {
            widest = Math.max(widest, DisplayWidth.of(cell.apply(parameter)));
        }
        return widest + INDENT.length();
    }

    private static String standard(Parameter parameter) {
        return parameter.standard().isEmpty() ? "–" : parameter.standard();
    }

    private void paragraph(StringBuilder text, String head, String body) {
        text.append(filled(head + body.replace(",", ", ").replace(", ret_", ",ret_"), ""));
    }

    private String in(Text text) {
        return text.in(words.language());
    }

    private static String filled(String text, String indent) {
        StringBuilder filled = new StringBuilder();
        lines(text, WIDTH - indent.length())
                .forEach(line -> filled.append(indent).append(line).append('\n'));
        return filled.toString();
    }

    /** Lines of at most a width, broken at spaces, and anywhere between Chinese characters. */
    private static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : BREAKS.split(text)) {
            if (DisplayWidth.of((line + word).stripTrailing()) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
