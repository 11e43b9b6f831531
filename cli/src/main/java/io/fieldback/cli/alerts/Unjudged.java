// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.cli.terminal.Messages;
import io.fieldback.pipelines.detection.expectation.NotYetJudged;
import io.fieldback.pipelines.detection.expectation.Pending;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of which products no counts are judged yet, why, and until when: who sees no alert of them must know. */
public final class Unjudged {
    private static final int NAMED = 8;

    private final Messages words;
    private final NotYetJudged pending;

    /** The words for these products. */
    public Unjudged(Messages words, NotYetJudged pending) {
        this.words = words;
        this.pending = pending;
    }

    /**
     * Lines below a list: that there are some, and each reason with its products. None if all are judged.
     *
     * @param product keeps one product
     * @param component keeps products of which it is not judged
     */
    public List<String> of(@Nullable String product, @Nullable String component) {
        List<String> lines = new ArrayList<>();
        for (String reason : reasons(product, component)) {
            lines.add("  " + reason);
        }
        if (!lines.isEmpty()) {
            lines.add(0, words.text("alerts.unjudged"));
        }
        return lines;
    }

    /** A sentence for each reason, with its products. */
    public List<String> reasons(@Nullable String product, @Nullable String component) {
        List<String> reasons = new ArrayList<>();
        for (Pending.Reason reason : Pending.Reason.values()) {
            List<String> named = pending.products().stream()
                    .filter(each -> each.reason().equals(reason.code()))
                    .filter(each -> product == null || product.equals(each.product()))
                    .filter(each -> component == null
                            || each.components().isEmpty()
                            || each.components().contains(component))
                    .map(this::named)
                    .toList();
            if (!named.isEmpty()) {
                reasons.add(words.text("alerts.unjudged." + reason.code(), listed(named)));
            }
        }
        if (pending.more() > 0 && product == null && component == null) {
            reasons.add(words.text("alerts.unjudged.rest", pending.more()));
        }
        return reasons;
    }

    private String named(NotYetJudged.Product each) {
        String what = each.components().isEmpty()
                ? each.product()
                : words.text("alerts.unjudged.of", each.product(), listed(each.components()));
        String until = each.until();
        return until == null
                ? words.text("alerts.unjudged.open", what)
                : words.text("alerts.unjudged.until", what, until);
    }

    /** The first of them, and how many more there are. */
    private String listed(List<String> all) {
        List<String> shown = new ArrayList<>(all.subList(0, Math.min(NAMED, all.size())));
        if (all.size() > NAMED) {
            shown.add(words.text("alerts.unjudged.more", all.size() - NAMED));
        }
        return shown.stream()
                .reduce((left, right) -> words.text("alerts.unjudged.comma", left, right))
                .orElse("");
    }
}
