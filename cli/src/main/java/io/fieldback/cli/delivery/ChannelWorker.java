// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import io.fieldback.cli.spool.Spool;
import io.fieldback.schemas.alert.AlertChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells one channel what waits for it, a step at a time: as fast as it may, again after what failed, and what is wrong
 * once. It knows nothing of threads, so that a test can walk it through hours.
 */
final class ChannelWorker {
    /** So many changes are fetched at once. */
    private static final int MOST = 200;

    /** With nothing to do, look again after this at the latest. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final ChannelSettings settings;
    private final Channel channel;
    private final Delivery delivery;
    private final Spool spool;
    private final Clock clock;
    private final Backoff backoff;
    private final Voice voice;

    private Instant resumeAt = Instant.MIN;
    private @Nullable Instant repeatedAt;
    private int failures;
    private @Nullable String said;

    /** Says something to whoever runs the process: a key of the message files and what goes into it. */
    interface Voice {
        void tell(String key, Object... arguments);
    }

    ChannelWorker(
            ChannelSettings settings,
            Channel channel,
            Delivery delivery,
            Spool spool,
            Clock clock,
            Backoff backoff,
            Voice voice) {
        this.settings = settings;
        this.channel = channel;
        this.delivery = delivery;
        this.spool = spool;
        this.clock = clock;
        this.backoff = backoff;
        this.voice = voice;
    }

    /** Does what is due and says after how long to come again, if nothing else calls before. */
    Duration step() {
        Instant now = clock.instant();
        if (now.isBefore(resumeAt)) {
            return Duration.between(now, resumeAt);
        }
        Deque<Telling> waiting = new ArrayDeque<>(audible(delivery.waiting(settings.name(), MOST), now));
        try {
            if (waiting.isEmpty()) {
                return repeat(now);
            }
            while (!waiting.isEmpty() && !isHeld()) {
                tell(waiting, now);
            }
            return isHeld() ? channel.pace() : Duration.ZERO;
        } catch (TellingException problem) {
            return failed(problem, Optional.ofNullable(waiting.peek()), now);
        }
    }

    /** How many changes wait. */
    long waiting() {
        return spool.count(settings.name());
    }

    /** Whether it waits because something failed, or until the next message may go. */
    boolean isHeld() {
        return clock.instant().isBefore(resumeAt);
    }

    String name() {
        return settings.name();
    }

    /** One message: what it told is noted before the next goes. */
    private void tell(Deque<Telling> waiting, Instant now) throws TellingException {
        int told = channel.tell(List.copyOf(waiting), now);
        List<AlertChange> changes = new ArrayList<>();
        for (int i = 0; i < told; i++) {
            changes.add(waiting.remove().change());
        }
        spool.told(settings.name(), changes, clock.instant());
        well();
        if (!channel.pace().isZero()) {
            resumeAt = clock.instant().plus(channel.pace());
        }
    }

    private Duration repeat(Instant now) throws TellingException {
        Duration every = channel.repeats();
        if (every.isZero()) {
            return IDLE;
        }
        Instant last = repeatedAt;
        Instant due = last == null ? now : last.plus(every);
        if (now.isBefore(due)) {
            return Duration.between(now, due);
        }
        List<Telling> active = delivery.active(settings.name());
        if (!active.isEmpty()) {
            channel.repeat(active, now);
            well();
        }
        repeatedAt = now;
        return every;
    }

    private void well() {
        failures = 0;
        if (said != null) {
            said = null;
            voice.tell("delivery.well", settings.name());
        }
    }

    private Duration failed(TellingException problem, Optional<Telling> first, Instant now) {
        String sentence = String.valueOf(problem.getMessage());
        if (problem.kind() == TellingException.Kind.REFUSED && first.isPresent()) {
            AlertChange change = first.get().change();
            int tries = spool.refused(settings.name(), change, sentence, now.plus(backoff.longest()));
            if (tries == 1) {
                voice.tell("delivery.refused", settings.name(), change.changeId(), sentence);
            }
            return Duration.ZERO;
        }
        failures++;
        Duration wait = switch (problem.kind()) {
            case AWAY -> backoff.after(failures);
            case TOO_FAST -> longer(problem.patience(), backoff.after(failures));
            case REFUSED, BROKEN -> backoff.longest();
        };
        resumeAt = now.plus(wait);
        if (!sentence.equals(said)) {
            said = sentence;
            voice.tell(
                    problem.kind() == TellingException.Kind.BROKEN ? "delivery.broken" : "delivery.away",
                    settings.name(),
                    sentence,
                    waiting());
        }
        return wait;
    }

    /** In quiet hours only what is a matter of safety. */
    private List<Telling> audible(List<Telling> waiting, Instant now) {
        ChannelSettings.Quiet quiet = settings.quiet();
        return quiet == null || !quiet.covers(LocalTime.ofInstant(now, quiet.zone()))
                ? waiting
                : waiting.stream()
                        .filter(telling -> telling.change().severity().equals("safety"))
                        .toList();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
