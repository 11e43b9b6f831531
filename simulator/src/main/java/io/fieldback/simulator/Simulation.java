// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import io.fieldback.simulator.life.Play;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Model;
import io.fieldback.simulator.world.World;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The events of a simulated maker of water heaters from January 2024 to September 2026, in the order they are received.
 * A seed and a number of events give the same bytes on every machine; another seed plants its faults elsewhere. The
 * number of units made follows from the number of events, so every share and rate is the same at every size.
 */
public final class Simulation implements Iterable<SimulatedEvent> {
    /** Fewest events of a simulation. */
    public static final long FEWEST = 100;

    /** Most events of a simulation: serial numbers have five digits a month. */
    public static final long MOST = 50_000_000;

    /** Below this, monthly counts of units in the field are left out: they would be most of the events. */
    private static final long WITH_STOCKTAKING = 2_000;

    /** Units whose lives are counted to know how many make the events asked for: first a few, then most or all. */
    private static final int[] SAMPLES = {4_000, 60_000};

    /** A first guess. */
    private static final double LINES_PER_UNIT = 3.1;

    /** Share of the events aimed at; the rest is made up by sending some again. */
    private static final double AIM = 0.998;

    private final World world;
    private final long events;
    private final boolean tombstones;
    private final Play play;

    private Simulation(World world, long events, boolean tombstones, Play play) {
        this.world = world;
        this.events = events;
        this.tombstones = tombstones;
        this.play = play;
    }

    /** A simulation of exactly this many events, {@link #FEWEST} to {@link #MOST}. */
    public static Simulation of(long seed, long events) {
        if (events < FEWEST || events > MOST) {
            throw new IllegalArgumentException("Cannot simulate " + events + " events: give " + FEWEST + " to " + MOST);
        }
        World world = World.of(seed);
        boolean stocktaking = events >= WITH_STOCKTAKING;
        double lines = events * AIM - (stocktaking ? Play.stocktakings(world) : 0);
        int units = units(lines, LINES_PER_UNIT);
        for (int sample : SAMPLES) {
            int tried = Math.min(units, sample);
            units = units(lines, (double) new Play(world, tried, false).count() / tried);
        }
        return new Simulation(world, events, true, new Play(world, units, stocktaking));
    }

    private static int units(double lines, double linesPerUnit) {
        return Math.toIntExact(Math.max(20, Math.round(lines / linesPerUnit)));
    }

    /** The same simulation for where there is no Kafka: a case is withdrawn by voided content, not by a tombstone. */
    public Simulation withoutTombstones() {
        return new Simulation(world, events, false, play);
    }

    /** Number of events. */
    public long events() {
        return events;
    }

    /** The seed. */
    public long seed() {
        return world.seed();
    }

    /** Last day of the simulated time; nothing is received after it. */
    public static LocalDate lastDay() {
        return Horizon.date(Horizon.END);
    }

    /** What is or was sold, line by line. */
    public List<Model> models() {
        return world.models();
    }

    /** What is planted in the events and a report should find. */
    public Truth truth() {
        return Truths.of(world, events, play);
    }

    /** The events, made as they are asked for. */
    @Override
    public Iterator<SimulatedEvent> iterator() {
        return new Lines(world, play.run(), events, tombstones);
    }

    /** The events, made as they are asked for, in order. */
    public Stream<SimulatedEvent> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
