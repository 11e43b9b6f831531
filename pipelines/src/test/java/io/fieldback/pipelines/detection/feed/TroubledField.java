// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import static io.fieldback.pipelines.detection.feed.TestTables.fault;
import static io.fieldback.pipelines.detection.feed.TestTables.part;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two models of a line with trouble of each kind: a lot, a region, a month of production, a month in service, wear; beside
 * them a model of which only repairs and complaints are known. Some failures are of units nobody registered, some are told otherwise
 * later.
 */
final class TroubledField {
    static final LocalDate FIRST = LocalDate.parse("2023-01-02");
    static final LocalDate LAST = LocalDate.parse("2024-09-30");
    static final Reference REFERENCE =
            Reference.of(List.of(product("A1", "air"), product("A2", "air"), product("B", "boiler")));

    private static final List<String> COMPONENTS = List.of("pump", "fan", "board", "seal", "door");
    private static final double USUAL = 0.005;

    private final TestTables tables;
    private final Random random;
    private final List<Sold> registered = new ArrayList<>();
    private int cases;

    private record Sold(String product, String serial, LocalDate on, String region) {}

    private TroubledField(TestTables tables, long seed) {
        this.tables = tables;
        this.random = new Random(seed);
    }

    /** Fills a warehouse. */
    static void fill(TestTables tables, long seed) {
        TroubledField field = new TroubledField(tables, seed);
        for (String product : List.of("A1", "A2")) {
            for (LocalDate week = FIRST; week.isBefore(LAST.minusDays(30)); week = week.plusDays(7)) {
                field.week(product, week);
            }
        }
        field.unregistered();
        field.registered.forEach(field::hose);
        tables.epoch();
    }

    private static Reference.Product product(String model, String line) {
        return new Reference.Product(model, line, null, null, Occurrence.UNKNOWN);
    }

    private void week(String product, LocalDate week) {
        for (int each = 0; each < 15; each++) {
            String serial = product + "-" + week + "-" + each;
            LocalDate sold = week.plusDays(20 + random.nextInt(20));
            String region = "R" + random.nextInt(4);
            String lot = "L" + (week.getYear() - 2023) * 4 + week.getMonthValue() / 4 + "-" + random.nextInt(3);
            if (sold.isAfter(LAST)) {
                continue;
            }
            boolean isKnown = random.nextInt(12) > 0;
            if (isKnown) {
                registered.add(new Sold(product, serial, sold, region));
                tables.content(
                        "unit_records",
                        "U-" + serial,
                        "u" + serial,
                        sold.toString(),
                        new TreeMap<>(Map.of(
                                "serial_no", serial,
                                "product_model", product,
                                "region", region,
                                "produced_on", week,
                                "sold_on", sold,
                                "parts", List.of((Object) part("pump", "S1", lot)))));
            }
            unit(product, serial, week, sold, region, lot, isKnown);
        }
    }

    private void unit(
            String product, String serial, LocalDate made, LocalDate sold, String region, String lot, boolean isKnown) {
        for (int month = 0; sold.plusMonths(month).isBefore(LAST); month++) {
            LocalDate day = sold.plusMonths(month).plusDays(random.nextInt(28));
            if (!day.isBefore(LAST)) {
                return;
            }
            for (String component : COMPONENTS) {
                if (random.nextDouble() < hazard(product, component, made, month, region, lot, day)) {
                    repair(product, isKnown ? serial : null, component, region, day);
                }
            }
        }
    }

    /** What was installed in one month leaks. */
    private void hose(Sold unit) {
        boolean isBad = unit.product().equals("A2") && unit.on().toString().startsWith("2024-02");
        for (int month = 0; unit.on().plusMonths(month).isBefore(LAST.minusDays(30)); month++) {
            if (random.nextDouble() < USUAL * (isBad ? 25 : 1)) {
                LocalDate day = unit.on().plusMonths(month).plusDays(random.nextInt(28));
                repair(unit.product(), unit.serial(), "hose", unit.region(), day);
            }
        }
    }

    private static double hazard(
            String product, String component, LocalDate made, int month, String region, String lot, LocalDate day) {
        boolean isLate = !day.isBefore(LocalDate.parse("2024-07-10"));
        double times = switch (component) {
            case "pump" -> lot.equals("L40-1") ? 12 : 1;
            case "fan" -> isLate && region.equals("R2") ? 8 : 1;
            case "board" -> product.equals("A1") && made.getYear() == 2024 && made.getMonthValue() == 2 ? 12 : 1;
            case "seal" -> product.equals("A2") && month >= 8 ? 12 : 1;
            default -> 1;
        };
        return USUAL * times;
    }

    private void repair(String product, @Nullable String serial, String component, String region, LocalDate day) {
        String id = "R-" + cases++;
        String known = day.plusDays(1 + random.nextInt(3)).toString();
        boolean isCorrected = random.nextInt(20) == 0;
        if (isCorrected) {
            String later = day.plusDays(20).toString();
            tables.content("repairs", id, "first" + id, known, row(product, serial, "door", region, day))
                    .superseded("repair", id, "first" + id, later);
            known = later;
        }
        tables.content("repairs", id, "last" + id, known, row(product, serial, component, region, day));
    }

    private Map<String, Object> row(
            String product, @Nullable String serial, String component, String region, LocalDate day) {
        Map<String, Object> row = new TreeMap<>(Map.of(
                "product_model",
                product,
                "region",
                region,
                "site_id",
                "X" + random.nextInt(6),
                "event_on",
                day.toString(),
                "faults",
                List.of((Object) fault(component, random.nextBoolean() ? "noise" : "dead", "c", null, 1))));
        if (serial != null) {
            row.put("serial_no", serial);
        }
        return row;
    }

    /** A model without units: its failures rise, and so do complaints. */
    private void unregistered() {
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
            boolean isBad = !day.isBefore(LocalDate.parse("2024-08-10"));
            for (int each = random.nextInt(isBad ? 5 : 2); each > 0; each--) {
                repair("B", null, "valve", "R" + random.nextInt(4), day);
            }
            for (int each = random.nextInt(isBad ? 4 : 2); each > 0; each--) {
                String id = "C-" + cases++;
                tables.content(
                        "complaints",
                        id,
                        "h" + id,
                        day.toString(),
                        Map.of(
                                "product_model",
                                "B",
                                "component",
                                "valve",
                                "symptom_code",
                                "leak",
                                "aspect",
                                "product"));
            }
        }
    }
}
