// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.parts;

import io.fieldback.pipelines.intake.Arrival;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Looks up a case and, at first sight, stores a few bytes: what keyed state costs by itself. */
final class KeyedStateOperator extends AbstractStreamOperator<String>
        implements OneInputStreamOperator<Arrival, String> {
    private static final long serialVersionUID = 1;
    private static final byte[] STORED = new byte[60];

    private transient ValueState<byte[]> state;

    @SuppressWarnings("NullAway.Init") // made in open
    KeyedStateOperator() {}

    @Override
    public void open() throws Exception {
        super.open();
        state = getPartitionedState(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                new ValueStateDescriptor<>("bytes", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public void processElement(StreamRecord<Arrival> element) throws Exception {
        if (state.value() == null) {
            state.update(STORED.clone());
        }
    }
}
