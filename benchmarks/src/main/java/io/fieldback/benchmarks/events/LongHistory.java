// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.events;

import io.fieldback.schemas.event.EventType;
import java.util.ArrayList;
import java.util.List;

/** One repair order whose contents all differ: another cost each time, received on another day of two months. */
final class LongHistory {
    private static final byte[] LABOUR = Template.ascii("\"labourMinor\":");
    private static final byte[] RECEIVED = Template.ascii("\"receivedAt\":\"");
    private static final int DAYS = 60;

    private LongHistory() {}

    static List<MadeEvent> of(Template repair, int contents) {
        List<MadeEvent> events = new ArrayList<>(contents);
        for (int i = 0; i < contents; i++) {
            byte[] digits = Template.ascii(Integer.toString(i + 1));
            byte[] json = repair.json();
            int labour = find(json, LABOUR);
            byte[] content = new byte[json.length + digits.length];
            System.arraycopy(json, 0, content, 0, labour);
            System.arraycopy(digits, 0, content, labour, digits.length);
            System.arraycopy(json, labour, content, labour + digits.length, json.length - labour);
            Days.move(content, find(content, RECEIVED), i % DAYS);
            events.add(new MadeEvent(EventType.REPAIR, content));
        }
        return events;
    }

    private static int find(byte[] json, byte[] name) {
        for (int at = 0; at < json.length; at++) {
            if (Template.startsWith(json, at, name)) {
                return at + name.length;
            }
        }
        throw new IllegalStateException("Cannot revise a repair: it has no labour cost");
    }

    static boolean fits(Template template) {
        if (template.type() != EventType.REPAIR) {
            return false;
        }
        for (int at = 0; at < template.json().length; at++) {
            if (Template.startsWith(template.json(), at, LABOUR)) {
                return true;
            }
        }
        return false;
    }
}
