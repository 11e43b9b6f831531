// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink how arrivals travel; a sealed type would otherwise fall to Kryo, which is switched off. */
public final class ArrivalTypeInformation extends TypeInformation<Arrival> {
    private static final long serialVersionUID = 1;

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<Arrival> getTypeClass() {
        return Arrival.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<Arrival> createSerializer(SerializerConfig config) {
        return ArrivalSerializer.INSTANCE;
    }

    @Override
    public String toString() {
        return "Arrival";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArrivalTypeInformation;
    }

    @Override
    public int hashCode() {
        return ArrivalTypeInformation.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof ArrivalTypeInformation;
    }
}
