// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

import io.fieldback.schemas.shape.Field;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the code that a spelling means: the wire form, the Java name or one of {@link Also}. */
public final class Spellings {
    private static final Map<List<Code>, Spellings> ALL = new ConcurrentHashMap<>();

    private final Map<String, Code> exact = new HashMap<>();
    private final Map<String, Code> folded = new HashMap<>();
    private final Code unmapped;

    private Spellings(List<Code> codes) {
        for (Code code : codes) {
            exact.put(code.wire(), code);
            folded.put(fold(code.wire()), code);
            for (String also : also(code)) {
                folded.put(fold(also), code);
            }
        }
        this.unmapped = codes.get(codes.size() - 1);
    }

    /** The spellings of a {@link io.fieldback.schemas.shape.Kind#CODE} field. */
    public static Spellings of(Field field) {
        return ALL.computeIfAbsent(field.codes(), Spellings::new);
    }

    /** The code meant, or null if none is known by this spelling. */
    public @Nullable Code find(String spelling) {
        Code code = exact.get(spelling);
        return code != null ? code : folded.get(fold(spelling));
    }

    /** The code for what is not known. */
    public Code unmapped() {
        return unmapped;
    }

    private static String fold(String spelling) {
        return Normalizer.normalize(spelling, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\-/.]+", "");
    }

    private static String[] also(Code code) {
        try {
            Also also = code.getClass().getField(code.name()).getAnnotation(Also.class);
            return also == null ? new String[0] : also.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("Cannot read code " + code.name() + ": it is not an enum constant", e);
        }
    }
}
