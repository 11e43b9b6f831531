// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.wholejob;

import io.fieldback.pipelines.intake.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Records of cases that do everything a source may do: revise with and without numbers, reuse a revision, record
 * backwards, withdraw, delete, install late, change a serial number, repeat themselves, and send rubbish.
 */
public final class RandomCases {
    /** First day on which anything happens. */
    static final LocalDate START = LocalDate.of(2026, 1, 1);
    /** Days from {@link #START} on which something may become known. */
    static final int DAYS = 40;

    private static final int FEWEST_UNITS = 30;
    /** So that many cases do not all fall on a few units: what a unit costs grows with the square of its cases. */
    private static final int CASES_OF_A_UNIT = 10;

    private final Random random;
    private final int units;
    private final List<RawRecord> records = new ArrayList<>();

    private RandomCases(long seed, int cases) {
        this.random = new Random(seed);
        this.units = Math.max(FEWEST_UNITS, cases / CASES_OF_A_UNIT);
    }

    /** Records of so many cases; the same for the same seed. */
    public static List<RawRecord> of(long seed, int cases) {
        RandomCases made = new RandomCases(seed, cases);
        for (int i = 0; i < cases; i++) {
            made.add(i);
        }
        return List.copyOf(made.records);
    }

    private void add(int number) {
        String type = pick("repair", "repair", "repair", "complaint", "return", "installation", "unit", "shipment");
        String id = type.charAt(0) + "-" + number;
        boolean numbered = random.nextBoolean();
        for (int content = 1 + random.nextInt(random.nextInt(4) + 1); content > 0; content--) {
            String body = content(type, id, numbered);
            for (int sighting = 1 + random.nextInt(3); sighting > 0; sighting--) {
                boolean dated = random.nextInt(8) > 0;
                String received = dated
                        ? ",\"receivedAt\":\"" + START.plusDays(12 + random.nextInt(28)) + "T09:00:00+08:00\""
                        : "";
                send(type, id, body + received + "}");
            }
        }
        if (random.nextInt(15) == 0) {
            send(type, id, null);
        }
        if (random.nextInt(20) == 0) {
            send(
                    type,
                    null,
                    pick("{\"type\":\"repair\"}", "{broken", "[]", "", "{\"id\":\"x\",\"failedOn\":\"2026-02-30\"}"));
        }
    }

    private String content(String type, String id, boolean numbered) {
        StringBuilder json = new StringBuilder("{\"type\":\"" + type + "\",\"id\":\"" + id + "\"");
        text(json, "source", pick("erp", "crm"));
        if (numbered) {
            json.append(",\"revision\":").append(1 + random.nextInt(3));
        }
        if (random.nextInt(3) > 0) {
            text(json, "recordedAt", START.plusDays(random.nextInt(12)) + "T1" + random.nextInt(10) + ":00:00+08:00");
        }
        if (random.nextInt(5) == 0) {
            text(json, "goLiveOn", START.plusDays(6).toString());
        }
        if (random.nextInt(8) == 0) {
            json.append(",\"voided\":true");
        }
        text(json, "productModel", pick("M1", "M2", "M3"));
        text(json, "region", pick("north", "south"));
        String serial = "S" + random.nextInt(units);
        String day = START.plusDays(random.nextInt(11)).toString();
        switch (type) {
            case "repair" -> repair(json, serial, day);
            case "complaint" -> {
                text(json, "serialNo", serial);
                text(json, "complainedAt", day + "T08:00:00+08:00");
                text(json, "component", pick("valve", "board"));
                text(json, "symptomCode", pick("leak", "noise"));
            }
            case "return" -> {
                text(json, "serialNo", serial);
                text(json, "requestedAt", day + "T08:00:00+08:00");
                text(json, "reasonClass", pick("quality", "no-reason", "unheard of"));
                text(json, "component", pick("valve", "board"));
                json.append(",\"creditMinor\":").append(random.nextInt(500) - 100);
                if (random.nextBoolean()) {
                    text(json, "kind", pick("return", "exchange", "part"));
                }
                if (random.nextInt(3) == 0) {
                    text(json, "replacementSerialNo", "S" + random.nextInt(units));
                }
                if (random.nextInt(6) == 0) {
                    text(json, "returnedToOwnerAt", day + "T18:00:00+08:00");
                }
            }
            case "installation" -> {
                json.append(",\"serialNos\":[{\"serialNo\":\"").append(serial).append("\"},{\"serialNo\":\"S");
                json.append(random.nextInt(units)).append("\"}]");
                text(json, pick("completedAt", "completedAt", "deliveredAt"), day + "T08:00:00+08:00");
            }
            default -> {
                text(json, "serialNo", serial);
                text(json, type.equals("unit") ? pick("soldOn", "invoicedOn") : "shippedOn", day);
                if (random.nextBoolean()) {
                    text(json, "producedOn", START.minusDays(random.nextInt(90)).toString());
                }
            }
        }
        return json.toString();
    }

    private void repair(StringBuilder json, String serial, String day) {
        text(json, "serialNo", serial);
        switch (random.nextInt(8)) {
            case 0 -> {}
            case 1, 2 -> text(json, "reportedAt", day + "T23:30:00Z");
            default -> text(json, "failedOn", day);
        }
        text(json, "serviceKind", pick("failure", "failure", "failure", "maintenance", "no-fault-found"));
        text(json, "causeClass", pick("quality", "non-quality"));
        text(json, "faultText", pick("漏水 13812345678", "noise", "不加热"));
        json.append(",\"labourMinor\":").append(random.nextInt(1_000));
        json.append(",\"downtimeMinutes\":").append(random.nextInt(90));
        json.append(",\"faults\":[");
        for (int line = random.nextInt(4); line > 0; line--) {
            json.append("{\"component\":\"")
                    .append(pick("valve", "board", "pump"))
                    .append("\",\"symptomCode\":\"");
            json.append(pick("leak", "noise")).append("\",\"parts\":[{\"partNo\":\"P\",\"costMinor\":");
            json.append(random.nextInt(2_000)).append("}]}").append(line > 1 ? "," : "");
        }
        json.append("]");
    }

    private void send(String type, @Nullable String key, @Nullable String json) {
        long transported = START.plusDays(12 + random.nextInt(28)).toEpochDay() * 86_400_000L + 3_600_000L;
        byte[] value = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        records.add(new RawRecord("fieldback." + type + ".v1", 0, records.size(), transported, type, key, value));
    }

    private static void text(StringBuilder json, String name, String value) {
        json.append(",\"").append(name).append("\":\"").append(value).append('"');
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
