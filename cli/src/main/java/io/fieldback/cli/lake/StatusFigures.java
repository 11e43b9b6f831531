// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.cli.topics.Backlog;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochTag;
import io.fieldback.lake.upkeep.LakeStatus;
import io.fieldback.lake.upkeep.LakeStatus.TableLine;
import io.fieldback.lake.upkeep.Sweep;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** The status of a warehouse for programs: an object of all there is, or the lines of its tables. */
final class StatusFigures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LakeStatus status;
    private final Backlog backlog;
    private final Instant now;

    StatusFigures(LakeStatus status, Backlog backlog, Instant now) {
        this.status = status;
        this.backlog = backlog;
        this.now = now;
    }

    void json(PrintWriter out) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        status.newest().ifPresent(epoch -> root.set("epoch", epoch(epoch)));
        root.put("kept_epochs", status.epochs());
        ArrayNode tables = root.putArray("tables");
        for (TableLine line : status.tables()) {
            tables.add(table(line));
        }
        ArrayNode positions = root.putArray("positions");
        status.newest().ifPresent(epoch -> positions(epoch, positions));
        ArrayNode tags = root.putArray("tags");
        for (EpochTag tag : status.tags()) {
            tags.addObject()
                    .put("name", tag.name())
                    .put("epoch", tag.epoch())
                    .put("tagged_at", tag.taggedAt().toString());
        }
        root.set("orphans_to_delete", count(status.orphans().old()));
        root.set("orphans_too_young", count(status.orphans().young()));
        root.set("metadata", count(status.metadata()));
        root.put("catalog_bytes", status.catalogBytes());
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    void csv(PrintWriter out) {
        out.print("table,files,bytes,small_files,small_bytes,rows,newest_event_on,newest_received_at\r\n");
        for (TableLine line : status.tables()) {
            out.print(String.join(
                    ",",
                    line.name(),
                    Integer.toString(line.files()),
                    Long.toString(line.bytes()),
                    Integer.toString(line.smallFiles()),
                    Long.toString(line.smallBytes()),
                    Long.toString(line.rows()),
                    line.newestEventOn().map(Object::toString).orElse(""),
                    line.newestReceivedAt().map(Object::toString).orElse("")));
            out.print("\r\n");
        }
    }

    private ObjectNode epoch(Epoch epoch) {
        return JSON.createObjectNode()
                .put("number", epoch.number())
                .put("kind", epoch.kind().code())
                .put("committed_at", epoch.committedAt().toString())
                .put("age_seconds", Duration.between(epoch.committedAt(), now).toSeconds())
                .put("generation", epoch.generation())
                .put("program_version", epoch.programVersion())
                .put("rules_version", epoch.rulesVersion());
    }

    private static ObjectNode table(TableLine line) {
        return JSON.createObjectNode()
                .put("table", line.name())
                .put("files", line.files())
                .put("bytes", line.bytes())
                .put("small_files", line.smallFiles())
                .put("small_bytes", line.smallBytes())
                .put("rows", line.rows())
                .put(
                        "newest_event_on",
                        line.newestEventOn().map(Object::toString).orElse(null))
                .put(
                        "newest_received_at",
                        line.newestReceivedAt().map(Object::toString).orElse(null));
    }

    private void positions(Epoch epoch, ArrayNode positions) {
        for (Progress position : EpochJson.positions(epoch.positionsJson())) {
            ObjectNode line = positions
                    .addObject()
                    .put("seen_in", position.seenIn())
                    .put("partition", position.partition())
                    .put("next", position.next())
                    .put("identity", position.identity())
                    .put("finished", position.finished());
            backlog.behind(position).ifPresent(records -> line.put("behind", records));
        }
    }

    private static ObjectNode count(Sweep.Count count) {
        return JSON.createObjectNode().put("files", count.files()).put("bytes", count.bytes());
    }
}
