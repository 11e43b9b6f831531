// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.events;

/** A later content of a case: recorded and received three days later, under the next revision, another cost. */
final class Revision {
    private static final byte[] NUMBER = Template.ascii("\"revision\":");
    private static final byte[] RECORDED = Template.ascii("\"recordedAt\":\"");
    private static final byte[] RECEIVED = Template.ascii("\"receivedAt\":\"");
    private static final byte[] LABOUR = Template.ascii("\"labourMinor\":");
    private static final int LATER = 3;

    private Revision() {}

    static byte[] of(byte[] json) {
        byte[] next = json.clone();
        for (int at = 0; at < next.length; at++) {
            if (next[at] != '"') {
                continue;
            }
            if (Template.startsWith(next, at, RECORDED)) {
                Days.move(next, at + RECORDED.length, LATER);
            } else if (Template.startsWith(next, at, RECEIVED)) {
                Days.move(next, at + RECEIVED.length, LATER);
            } else if (Template.startsWith(next, at, NUMBER)) {
                raise(next, at + NUMBER.length);
            } else if (Template.startsWith(next, at, LABOUR)) {
                raise(next, at + LABOUR.length);
            }
        }
        return next;
    }

    /** The first digit one higher; 9 stays. */
    private static void raise(byte[] json, int at) {
        if (json[at] >= '0' && json[at] < '9') {
            json[at]++;
        }
    }
}
