// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Positions and accounts as they stand in an epoch's row. */
public final class EpochJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EpochJson() {}

    /** Positions: a JSON array of {@link Progress}. */
    public static String positions(List<Progress> positions) {
        return write(positions);
    }

    /** The positions of an epoch. Throws if the text is none. */
    public static List<Progress> positions(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Progress>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot read positions of an epoch: " + e.getOriginalMessage(), e);
        }
    }

    /** Accounts: a JSON array of objects named as the columns of {@code intake_accounts}. */
    public static String accounts(List<Account> accounts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Account account : accounts) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("source", account.source());
            row.put("seen_in", account.seenIn());
            row.put("read_records", account.read());
            row.put("new_contents", account.fresh());
            row.put("duplicates", account.duplicates());
            row.put("rejected", account.rejected());
            rows.add(row);
        }
        return write(rows);
    }

    /** The accounts of an epoch. Throws if the text is none. */
    public static List<Account> accountsOf(String json) {
        try {
            List<Account> accounts = new ArrayList<>();
            for (JsonNode row : JSON.readTree(json)) {
                accounts.add(new Account(
                        row.path("source").asText(""),
                        row.path("seen_in").asText(""),
                        row.path("read_records").asLong(),
                        row.path("new_contents").asLong(),
                        row.path("duplicates").asLong(),
                        row.path("rejected").asLong()));
            }
            return accounts;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot read accounts of an epoch: " + e.getOriginalMessage(), e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the row of an epoch: " + e.getOriginalMessage(), e);
        }
    }
}
