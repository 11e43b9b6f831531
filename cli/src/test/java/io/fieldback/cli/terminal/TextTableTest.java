// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void chineseCharactersTakeTwoColumnsAndFiguresStandAtTheRight() {
        TextTable table = TextTable.of(List.of("部件", "n"), List.of(false, true));
        table.add(List.of("循环水泵", "7"));
        table.add(List.of("pump", "1,024"));
        StringWriter out = new StringWriter();
        table.print(new PrintWriter(out, true));
        assertThat(out.toString().lines())
                .containsExactly("部件          n", "────────  ─────", "循环水泵      7", "pump      1,024");
    }
}
