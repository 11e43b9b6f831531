// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** The way from the root of a schema to its leaf values, as Parquet's column readers want to walk it. */
final class LeafConverters extends GroupConverter {
    private final List<Converter> children = new ArrayList<>();

    LeafConverters(GroupType group, List<String> at, Map<List<String>, LeafValue> leaves) {
        for (Type field : group.getFields()) {
            List<String> path = new ArrayList<>(at);
            path.add(field.getName());
            children.add(
                    field.isPrimitive()
                            ? Objects.requireNonNull(leaves.get(path))
                            : new LeafConverters(field.asGroupType(), path, leaves));
        }
    }

    @Override
    public Converter getConverter(int field) {
        return children.get(field);
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
}
