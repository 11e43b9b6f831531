// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.events;

import io.fieldback.schemas.event.EventType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulated event that can be told again of another unit, customer and time.
 *
 * @param type of the event
 * @param json as simulated
 * @param marks positions before which a copy gets letters of its own: the ends of ids, serial numbers and the like
 * @param days positions of days, ten characters each
 */
record Template(EventType type, byte[] json, int[] marks, int[] days) {
    private static final List<byte[]> NAMED = List.of(
            ascii("\"id\":\""),
            ascii("\"serialNo\":\""),
            ascii("\"customerId\":\""),
            ascii("\"orderNo\":\""),
            ascii("\"replacementSerialNo\":\""),
            ascii("\"removedSerial\":\""),
            ascii("\"fittedSerial\":\""));

    static Template of(EventType type, byte[] json) {
        List<Integer> marks = new ArrayList<>();
        List<Integer> days = new ArrayList<>();
        for (int at = 0; at < json.length; at++) {
            if (json[at] == '"') {
                for (byte[] name : NAMED) {
                    if (startsWith(json, at, name)) {
                        marks.add(end(json, at + name.length));
                    }
                }
                if (isDay(json, at + 1)) {
                    days.add(at + 1);
                }
            }
        }
        return new Template(type, json, ints(marks), ints(days));
    }

    /** A copy under other ids, all its days moved. */
    byte[] copy(byte[] letters, int moved) {
        byte[] copy = new byte[json.length + marks.length * letters.length];
        int from = 0;
        int to = 0;
        int day = 0;
        for (int i = 0; i <= marks.length; i++) {
            int until = i < marks.length ? marks[i] : json.length;
            System.arraycopy(json, from, copy, to, until - from);
            while (day < days.length && days[day] < until) {
                Days.move(copy, days[day] - from + to, moved);
                day++;
            }
            to += until - from;
            from = until;
            if (i < marks.length) {
                System.arraycopy(letters, 0, copy, to, letters.length);
                to += letters.length;
            }
        }
        return copy;
    }

    static boolean startsWith(byte[] text, int at, byte[] start) {
        if (at + start.length > text.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (text[at + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    static int end(byte[] json, int from) {
        int at = from;
        while (json[at] != '"') {
            at++;
        }
        return at;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isDay(byte[] json, int at) {
        return at + 10 < json.length
                && json[at] == '2'
                && json[at + 1] == '0'
                && json[at + 4] == '-'
                && json[at + 7] == '-'
                && (json[at + 10] == '"' || json[at + 10] == 'T');
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
