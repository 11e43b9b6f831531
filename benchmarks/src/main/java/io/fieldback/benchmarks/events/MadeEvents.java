// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.events;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * As many events as one likes, the same ones each time: the templates round by round, each round with ids of its own
 * and its days moved. What is sent again or revised was sent a short while before.
 */
public final class MadeEvents implements Iterable<MadeEvent> {
    private static final int REMEMBERED = 20_000;
    private static final int ROUNDS = 36 * 36 * 36;

    private final Templates templates;
    private final EventMix mix;
    private final long first;
    private final long events;

    /**
     * Events by these templates.
     *
     * @param first number of the first; streams that begin further on have other cases
     * @param events how many
     */
    public MadeEvents(Templates templates, EventMix mix, long first, long events) {
        this.templates = templates;
        this.mix = mix;
        this.first = first;
        this.events = events;
    }

    /** How many there are. */
    public long events() {
        return events;
    }

    @Override
    public Iterator<MadeEvent> iterator() {
        return new Making();
    }

    private final class Making implements Iterator<MadeEvent> {
        private final SplittableRandom dice = new SplittableRandom(first + 17);
        private final @Nullable MadeEvent[] remembered = new MadeEvent[REMEMBERED];
        private long fresh = first;
        private long made;
        private int kept;
        private byte[] letters = letters(0);
        private long round = -1;

        @Override
        public boolean hasNext() {
            return made < events;
        }

        @Override
        public MadeEvent next() {
            if (!hasNext()) {
                throw new NoSuchElementException("all " + events + " events were made");
            }
            made++;
            int of100 = dice.nextInt(100);
            MadeEvent hot = remembered[0];
            if (hot != null && of100 < mix.hotPercent()) {
                return hot;
            }
            int of1000 = dice.nextInt(1000);
            int place = kept < 2 ? 0 : 1 + dice.nextInt(Math.min(kept, REMEMBERED) - 1);
            MadeEvent earlier = remembered[place];
            if (earlier != null && of1000 < mix.duplicatePercent() * 10) {
                return earlier;
            }
            if (earlier != null && of1000 < (mix.duplicatePercent() + mix.revisionPercent()) * 10) {
                MadeEvent revised = new MadeEvent(earlier.type(), Revision.of(earlier.json()));
                remembered[place] = revised;
                return revised;
            }
            MadeEvent event = fresh();
            remembered[kept < REMEMBERED ? kept : 1 + kept % (REMEMBERED - 1)] = event;
            kept++;
            return event;
        }

        private MadeEvent fresh() {
            long now = fresh / templates.size();
            if (now != round) {
                round = now;
                letters = letters((int) (now % ROUNDS));
            }
            Template template = templates.get((int) (fresh % templates.size()));
            fresh++;
            return new MadeEvent(template.type(), template.copy(letters, (int) (round * 7 % 91)));
        }
    }

    private static byte[] letters(int round) {
        return Template.ascii(Integer.toString(ROUNDS + round, 36).substring(1));
    }
}
