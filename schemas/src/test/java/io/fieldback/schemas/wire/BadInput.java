// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A row of bad-inputs.txt. */
record BadInput(String number, String input, String outcome, String says) {
    static BadInput of(String line) {
        String[] cells = line.split(" \\|(?: |$)", -1);
        return new BadInput(
                cells[0], cells[1].replace("\\|", "|"), cells[2].strip(), cells.length > 3 ? cells[3].strip() : "");
    }

    static String repair(String more) {
        return "{\"type\":\"repair\",\"id\":\"R-1\",\"serialNo\":\"S-1\",\"failedOn\":\"2026-01-03\"," + more + "}";
    }

    byte[] bytes() {
        if (input.startsWith("hex:")) {
            int end = input.indexOf(" +");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(HexFormat.of().parseHex(input.substring(4, end)));
            bytes.writeBytes(input.substring(end + 2).getBytes(UTF_8));
            return bytes.toByteArray();
        }
        if (input.startsWith("make:")) {
            String[] words = input.substring(5).split(" ");
            return made(words[0], words.length > 1 ? Integer.parseInt(words[1]) : 0);
        }
        return (input.startsWith("+") ? repair(input.substring(1)) : input).getBytes(UTF_8);
    }

    private static byte[] made(String what, int size) {
        String text = repair("\"faultText\":\"不制热\"");
        return switch (what) {
            case "utf-16le" -> text.getBytes(StandardCharsets.UTF_16LE);
            case "utf-16be" -> text.getBytes(StandardCharsets.UTF_16BE);
            case "utf-16le-bom" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
            case "utf-16be-bom" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
            case "gb18030" -> text.getBytes(Charset.forName("GB18030"));
            case "depth" ->
                repair("\"deep\":" + "[".repeat(size) + "]".repeat(size)).getBytes(UTF_8);
            case "string" ->
                repair("\"faultText\":\"" + "x".repeat(size) + "\"").getBytes(UTF_8);
            case "spaces" -> repair("\"visits\":" + " ".repeat(size) + "1").getBytes(UTF_8);
            case "keys" -> repair(keys(size)).getBytes(UTF_8);
            case "nested-keys" -> repair("\"novel\":{" + keys(size) + "}").getBytes(UTF_8);
            case "key" -> repair("\"" + "k".repeat(size) + "\":1").getBytes(UTF_8);
            case "digits" -> repair("\"visits\":" + "9".repeat(size)).getBytes(UTF_8);
            case "quoted-digits" ->
                repair("\"visits\":\"" + "9".repeat(size) + "\"").getBytes(UTF_8);
            case "extras" -> repair("\"novel\":\"" + "x".repeat(size) + "\"").getBytes(UTF_8);
            case "id" ->
                ("{\"type\":\"repair\",\"id\":\"" + "x".repeat(size)
                                + "\",\"serialNo\":\"S\",\"failedOn\":\"2026-01-03\"}")
                        .getBytes(UTF_8);
            default -> throw new IllegalArgumentException("Cannot make " + what + ": unknown");
        };
    }

    private static String keys(int count) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < count; i++) {
            keys.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":").append(i);
        }
        return keys.toString();
    }

    @Override
    public String toString() {
        return number + " " + (input.length() > 60 ? input.substring(0, 60) + "…" : input);
    }
}
