// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.file;

import io.fieldback.schemas.wire.RejectReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through the parts of a workbook before anything is made of them: whether unpacking it is safe, and which cells
 * are merged (a workbook says so only behind the last row, too late for a reader that goes through once).
 */
final class XlsxInspection {
    /** A part may unpack to this many bytes in any case; the fullest sheet Excel can hold stays below twenty times that. */
    private static final long FREE_BYTES = 200L << 20;

    private static final long MAX_BYTES = 6L << 30;
    private static final int MAX_RATIO = 400;
    /** A cell of a spreadsheet holds 32,767 characters; text far beyond that was not made by one. */
    private static final int MAX_TEXT = 4 << 20;

    private static final byte[] MERGE = "mergeCell ref=\"".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern RELATIONSHIP = Pattern.compile("<(?:\\w+:)?Relationship\\b[^>]*>");
    private static final Pattern SHEET = Pattern.compile("<(?:\\w+:)?sheet\\b[^>]*>");
    private static final Pattern RANGE = Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d+):\\$?([A-Z]{1,3})\\$?(\\d+)");

    private final Path file;
    private final Map<String, List<Sheet.Merged>> mergedByPart = new HashMap<>();
    private final List<String> sheetParts = new ArrayList<>();

    private XlsxInspection(Path file) {
        this.file = file;
    }

    /** Looks through a workbook. Throws {@link FileRefused} if it is none, or not safe to read. */
    static XlsxInspection of(Path file) throws IOException {
        XlsxInspection inspection = new XlsxInspection(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            inspection.run(zip);
        } catch (ZipException e) {
            throw new FileRefused(file, RejectReason.E_FILE_INCOMPLETE, "its archive is broken: " + e.getMessage());
        }
        return inspection;
    }

    /** The merged cells of the sheet at this position in the book. */
    List<Sheet.Merged> merged(int sheet) {
        return sheet < sheetParts.size() ? mergedByPart.getOrDefault(sheetParts.get(sheet), List.of()) : List.of();
    }

    private void run(ZipFile zip) throws IOException {
        ZipEntry workbook = zip.getEntry("xl/workbook.xml");
        if (workbook == null) {
            throw new FileRefused(file, RejectReason.E_FILE_FORMAT, "it is an archive, but not an .xlsx workbook");
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (name.endsWith("vbaproject.bin") || name.contains("macrosheets/")) {
                throw new FileRefused(
                        file, RejectReason.E_FILE_UNSAFE, "it holds macros; save it as .xlsx without macros");
            }
            scan(zip, entry);
        }
        order(zip, workbook);
    }

    private void scan(ZipFile zip, ZipEntry entry) throws IOException {
        List<Sheet.Merged> merged = new ArrayList<>();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        long limit = Math.min(MAX_BYTES, Math.max(FREE_BYTES, entry.getCompressedSize() * MAX_RATIO));
        int run = 0;
        int matched = 0;
        boolean xml = entry.getName().endsWith(".xml");
        StringBuilder range = null;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw unsafe("its part " + entry.getName() + " unpacks to more than " + (limit >> 20) + " MB");
                }
                for (int i = 0; xml && i < read; i++) {
                    byte b = buffer[i];
                    run = b == '<' ? 0 : run + 1;
                    if (range != null) {
                        if (b == '"' || range.length() > 40) {
                            add(merged, range.toString());
                            range = null;
                        } else {
                            range.append((char) b);
                        }
                    } else if (b == MERGE[matched]) {
                        matched++;
                        if (matched == MERGE.length) {
                            range = new StringBuilder();
                            matched = 0;
                        }
                    } else {
                        matched = b == MERGE[0] ? 1 : 0;
                    }
                    if (run > MAX_TEXT) {
                        throw unsafe("its part " + entry.getName() + " holds a text of more than 4 MB");
                    }
                }
            }
        }
        if (!merged.isEmpty()) {
            merged.sort((a, b) -> Integer.compare(a.firstRow(), b.firstRow()));
            mergedByPart.put(entry.getName(), List.copyOf(merged));
        }
    }

    private static void add(List<Sheet.Merged> merged, String range) {
        Matcher matcher = RANGE.matcher(range);
        if (matcher.matches()
                && matcher.group(2).length() < 9
                && matcher.group(4).length() < 9) {
            merged.add(new Sheet.Merged(
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(4)),
                    Columns.index(matcher.group(1)),
                    Columns.index(matcher.group(3))));
        }
    }

    /** Which part holds the first sheet of the book, which the second: the names of the parts do not tell. */
    private void order(ZipFile zip, ZipEntry workbook) throws IOException {
        Map<String, String> targets = new HashMap<>();
        ZipEntry relations = zip.getEntry("xl/_rels/workbook.xml.rels");
        if (relations != null) {
            Matcher matcher = RELATIONSHIP.matcher(text(zip, relations));
            while (matcher.find()) {
                String target = attribute(matcher.group(), "Target");
                targets.put(
                        attribute(matcher.group(), "Id"),
                        target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
        Matcher matcher = SHEET.matcher(text(zip, workbook));
        while (matcher.find()) {
            sheetParts.add(targets.getOrDefault(attribute(matcher.group(), "\\w+:id"), ""));
        }
    }

    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(8 << 20), StandardCharsets.UTF_8);
        }
    }

    private static String attribute(String element, String name) {
        Matcher matcher = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(element);
        return matcher.find() ? matcher.group(1) : "";
    }

    private FileRefused unsafe(String why) {
        return new FileRefused(file, RejectReason.E_FILE_UNSAFE, why);
    }
}
