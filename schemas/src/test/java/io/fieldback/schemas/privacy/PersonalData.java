// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sentences with made-up personal data in them, in the forms people type. */
final class PersonalData {
    private static final List<String> SENTENCES = List.of(
            "客户%s来电，不制热",
            "%s",
            "请联系 %s ，下午上门",
            "王先生，%s，嘉兴市",
            "电话：%s",
            "已拨打%s无人接听，改约2026-01-05",
            "联系人张三(%s)报E4",
            "call %s after 18:00",
            "水箱漏水;%s;已换阀");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Random random;

    PersonalData(Random random) {
        this.random = random;
    }

    /**
     * A sentence with a datum in it.
     *
     * @param form how the datum is written
     * @param datum the core of it, which must not survive
     */
    record Planted(String form, String text, String datum) {}

    List<Planted> oneOfEach() {
        List<Planted> all = new ArrayList<>();
        String m = "1" + (3 + random.nextInt(7)) + digits(9);
        String a = m.substring(0, 3);
        String b = m.substring(3, 7);
        String c = m.substring(7);
        plant(all, "mobile", m, m);
        plant(all, "mobile, full-width", wide(m), wide(m));
        plant(all, "mobile 3 4 4", a + " " + b + " " + c, b + " " + c);
        plant(all, "mobile 3-4-4", a + "-" + b + "-" + c, b + "-" + c);
        plant(all, "mobile 3.4.4", a + "." + b + "." + c, b + "." + c);
        plant(all, "mobile 4 3 4", m.substring(0, 4) + " " + m.substring(4, 7) + " " + c, m.substring(4, 7) + " " + c);
        plant(all, "mobile 5 6", m.substring(0, 5) + " " + m.substring(5), " " + m.substring(5));
        plant(all, "mobile, single digits", String.join(" ", m.split("")), String.join(" ", c.split("")));
        plant(all, "mobile +86", "+86 " + m, m);
        plant(all, "mobile +86-3-4-4", "+86-" + a + "-" + b + "-" + c, b + "-" + c);
        plant(all, "mobile (+86)", "(+86)" + m, m);
        plant(all, "mobile 0086", "0086" + m, m);
        plant(all, "mobile 86", "86" + m, m);
        plant(all, "mobile full-width plus", "＋８６　" + wide(m), wide(m));
        plant(all, "mobile en dash", a + "–" + b + "–" + c, c);
        String local = (2 + random.nextInt(8)) + digits(7);
        plant(all, "landline 010-", "010-" + local, local);
        plant(all, "landline (021)", "(021)" + local, local);
        plant(all, "landline full-width", wide("021-" + local), wide(local));
        plant(all, "landline unseparated", "010" + local, local);
        plant(all, "landline 0573-7", "0573-" + local.substring(0, 7), local.substring(0, 7));
        plant(all, "landline with extension", "0571 " + local + "转" + digits(3), local);
        plant(all, "landline +86 21", "+86 21 " + local, local);
        String id = identity();
        plant(all, "identity number", id, id);
        plant(all, "identity number lower x", id.toLowerCase(java.util.Locale.ROOT), id.substring(6, 17));
        plant(all, "identity number, full-width", wide(id), wide(id));
        plant(
                all,
                "identity number 6 8 4",
                id.substring(0, 6) + " " + id.substring(6, 14) + " " + id.substring(14),
                id.substring(14));
        plant(
                all,
                "identity number, mistyped",
                "身份证号：" + id.substring(0, 17) + "Y".replace("Y", id.endsWith("1") ? "2" : "1"),
                id.substring(0, 17));
        plant(all, "identity number, 15 digits", "身份证" + id.substring(0, 6) + id.substring(8, 17), id.substring(8, 17));
        String plate = "京津沪冀豫云辽黑湘皖鲁苏浙赣粤川".charAt(random.nextInt(16))
                + "ABCDEFGH".substring(random.nextInt(8)).substring(0, 1);
        plant(all, "plate", plate + digits(5), plate);
        plant(all, "plate with dot", plate + "·" + digits(4) + "K", plate);
        plant(all, "plate, new energy", plate + "D" + digits(5), plate);
        plant(all, "e-mail", "zhang.san" + digits(2) + "@example.com.cn", "zhang.san");
        return all;
    }

    private void plant(List<Planted> all, String form, String written, String datum) {
        String sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
        all.add(new Planted(form, sentence.replace("%s", written), datum));
    }

    private String identity() {
        String body = "33040" + (1 + random.nextInt(9)) + (1950 + random.nextInt(60))
                + String.format(java.util.Locale.ROOT, "%02d%02d", 1 + random.nextInt(12), 1 + random.nextInt(28))
                + digits(3);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
        return wide.toString();
    }
}
