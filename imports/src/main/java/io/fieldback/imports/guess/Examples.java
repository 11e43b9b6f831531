// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

/** Examples of values that may be shown and written down: of people, only what does not tell who they are. */
final class Examples {
    private Examples() {}

    /** An example as it may be shown. */
    static String shown(String meaning, String example) {
        return switch (meaning) {
            case "customer.name", "[technician]" -> example.isEmpty() ? "" : example.substring(0, 1) + "**";
            case "customer.phone" -> example.length() < 7 ? "***" : example.substring(0, 3) + "****";
            case "customer.address" -> example.length() < 4 ? "***" : example.substring(0, 3) + "…";
            default -> example.replaceAll("(?<![.\\d])1[3-9]\\d{9}(?!\\d)", "***");
        };
    }

    /** Whether an example may be written into a file that is passed on: free text may name anyone. */
    static boolean written(String meaning) {
        return !meaning.isEmpty()
                && !meaning.startsWith("customer.")
                && !meaning.equals("faultText")
                && !meaning.equals("[technician]");
    }
}
