// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultPointTest {
    @AfterEach
    void remove() {
        FaultPoint.install(null);
    }

    @Test
    void nothingHappensWithoutAHandler() {
        for (FaultPoint point : FaultPoint.values()) {
            point.reached();
            assertThat(point.happens()).isFalse();
        }
    }

    @Test
    void aHandlerHearsOfEachPointAndDecidesWhatHappens() {
        List<FaultPoint> heard = new ArrayList<>();
        FaultPoint.install(new FaultHandler() {
            @Override
            public void reached(FaultPoint point) {
                heard.add(point);
                if (point == FaultPoint.METADATA_STAGED) {
                    throw new IllegalStateException("Cannot go on: planned");
                }
            }

            @Override
            public boolean happens(FaultPoint point) {
                return point == FaultPoint.NOTIFICATION_LOST;
            }
        });
        FaultPoint.WRITER_OPENED.reached();
        assertThatThrownBy(FaultPoint.METADATA_STAGED::reached).hasMessage("Cannot go on: planned");
        assertThat(heard).containsExactly(FaultPoint.WRITER_OPENED, FaultPoint.METADATA_STAGED);
        assertThat(FaultPoint.NOTIFICATION_LOST.happens()).isTrue();
        assertThat(FaultPoint.FILE_FULL.happens()).isFalse();
    }
}
