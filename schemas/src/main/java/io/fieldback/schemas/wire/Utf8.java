// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Well-formed UTF-8 by table 3-7 of the Unicode standard: no overlong form, no surrogate, nothing above U+10FFFF. */
final class Utf8 {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;

    private Utf8() {}

    static boolean valid(byte[] bytes) {
        int at = 0;
        int last = bytes.length - Long.BYTES;
        while (at < bytes.length) {
            while (at <= last && ((long) EIGHT.get(bytes, at) & NOT_ASCII) == 0) {
                at += Long.BYTES;
            }
            if (at == bytes.length) {
                return true;
            }
            int lead = bytes[at++];
            if (lead < 0) {
                at = sequence(lead & 0xff, bytes, at);
                if (at < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The place after the sequence that a byte leads, or -1. */
    private static int sequence(int lead, byte[] bytes, int at) {
        if (lead >= 0xe0 && lead <= 0xef) {
            int least = lead == 0xe0 ? 0xa0 : 0x80;
            int most = lead == 0xed ? 0x9f : 0xbf;
            return within(bytes, at, least, most) && follows(bytes, at + 1) ? at + 2 : -1;
        }
        if (lead >= 0xc2 && lead <= 0xdf) {
            return follows(bytes, at) ? at + 1 : -1;
        }
        if (lead >= 0xf0 && lead <= 0xf4) {
            int least = lead == 0xf0 ? 0x90 : 0x80;
            int most = lead == 0xf4 ? 0x8f : 0xbf;
            boolean whole = within(bytes, at, least, most) && follows(bytes, at + 1) && follows(bytes, at + 2);
            return whole ? at + 3 : -1;
        }
        return -1;
    }

    private static boolean follows(byte[] bytes, int at) {
        return within(bytes, at, 0x80, 0xbf);
    }

    private static boolean within(byte[] bytes, int at, int least, int most) {
        return at < bytes.length && (bytes[at] & 0xff) >= least && (bytes[at] & 0xff) <= most;
    }
}
