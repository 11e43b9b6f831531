// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.imports.EventSink;
import io.fieldback.imports.Import;
import io.fieldback.imports.ImportRequest;
import io.fieldback.imports.ImportSummary;
import io.fieldback.imports.Workbooks;
import io.fieldback.imports.file.FileRefused;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final long SEED = 20261121;

    @TempDir
    Path folder;

    /** Makes the cells of one column, row by row. */
    private interface Maker {
        Object cell(int row, Random random);
    }

    private record Column(String header, String expected, Maker maker) {}

    private static Column col(String header, String expected, Maker maker) {
        return new Column(header, expected, maker);
    }

    private static Maker one(String... of) {
        return (row, random) -> of[random.nextInt(of.length)];
    }

    private static final Maker ORDER = (row, random) -> "WX2026" + String.format("%05d", row);
    private static final Maker SERIAL =
            (row, random) -> "KF72A" + String.format("%02d%02d", 23 + random.nextInt(3), 1 + random.nextInt(12))
                    + String.format("%05d", random.nextInt(99_999));
    private static final Maker DAY = (row, random) -> LocalDate.of(2026, 1, 5).plusDays(row);
    private static final Maker TIME =
            (row, random) -> LocalDateTime.of(2026, 1, 5, 9, 30).plusHours(row * 7L);
    private static final Maker TEXT_DAY = (row, random) -> "2026年" + (1 + row % 12) + "月" + (1 + row % 28) + "日";
    private static final Maker PHONE = (row, random) -> "138" + String.format("%08d", random.nextInt(99_999_999));
    private static final Maker NAME = one("张伟", "王芳", "李娜", "刘洋", "陈静", "杨磊", "赵敏", "黄强");
    private static final Maker NAME_EN = one("J. Smith", "Mary Jones", "Ann Lee", "Bob Stone", "Chen Wei");
    private static final Maker MONEY = (row, random) -> 20 + random.nextInt(300) + 0.5;
    private static final Maker PROSE = (row, random) -> "第" + row + "次开机后约" + random.nextInt(60) + "分钟不出热水，显示异常代码";
    private static final Maker PROSE_EN =
            (row, random) -> "unit stops after " + random.nextInt(60) + " minutes, display is dark";

    private Guess guess(String name, int titleRows, List<Column> columns) throws IOException {
        Random random = new Random(SEED);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < titleRows; i++) {
            rows.add(new Object[] {i == 0 ? "2026年售后维修台账" : null});
        }
        rows.add(columns.stream().map(Column::header).toArray());
        for (int row = 0; row < 60; row++) {
            int number = row;
            rows.add(columns.stream()
                    .map(column -> column.maker().cell(number, random))
                    .toArray());
        }
        rows.add(new Object[] {"合计", null, 60});
        Path file = Workbooks.write(folder.resolve(name + ".xlsx"), "Sheet1", rows.toArray(Object[][]::new));
        Guess guess = Guess.of(file);
        assertThat(guess.headerRow()).isEqualTo(titleRows + 1);
        return guess;
    }

    private static int right(Guess guess, List<Column> columns, List<String> wrong) {
        int right = 0;
        for (int i = 0; i < columns.size(); i++) {
            String expected = columns.get(i).expected();
            String found = guess.columns().get(i).field();
            if (expected == null ? found == null : expected.equals(found)) {
                right++;
            } else {
                wrong.add(columns.get(i).header() + ": " + found + " instead of " + expected);
            }
        }
        return right;
    }

    private static Map<String, List<Column>> variants() {
        Map<String, List<Column>> variants = new TreeMap<>();
        variants.put(
                "zh-service",
                List.of(
                        col("序号", null, (row, random) -> row + 1),
                        col("维修单号", "id", ORDER),
                        col("机身号", "serialNo", SERIAL),
                        col("产品型号", "productModel", one("KF-72", "KF-100", "KF-50")),
                        col("报修日期", "reportedAt", DAY),
                        col("完成日期", "completedAt", DAY),
                        col("服务网点", "siteId", one("杭州一站", "南京二站")),
                        col("省份", "region", one("浙江", "江苏", "山东")),
                        col("故障现象", "faults.symptomCode", one("不点火", "漏水", "噪音大")),
                        col("故障原因", "faults.causeCode", one("电极老化", "密封圈破损")),
                        col("故障部件", "faults.component", one("点火器", "水箱", "风机")),
                        col("更换配件", "faults.parts.partNo", one("P-100", "P-200")),
                        col("数量", "faults.parts.quantity", (row, random) -> 1 + random.nextInt(3)),
                        col("人工费", "labourMinor", MONEY),
                        col("配件费", "faults.parts.costMinor", MONEY),
                        col("用户姓名", "customer.name", NAME),
                        col("联系电话", "customer.phone", PHONE),
                        col("地址", "customer.address", (row, random) -> "浙江省杭州市西湖区文三路" + row + "号"),
                        col("是否保内", "coverage", one("是", "否"))));
        variants.put(
                "zh-hotline",
                List.of(
                        col("工单编号", "id", ORDER),
                        col("SN码", "serialNo", SERIAL),
                        col("机型", "productModel", one("KF-72", "KF-100", "KF-50")),
                        col("受理时间", "reportedAt", TIME),
                        col("上门时间", "arrivedAt", TIME),
                        col("完工时间", "completedAt", TIME),
                        col("所属区域", "region", one("华东", "华南")),
                        col("服务商", "siteId", one("甲服务商", "乙服务商")),
                        col("服务类型", "serviceKind", one("维修", "安装", "保养")),
                        col("问题描述", "faultText", PROSE),
                        col("处理方式", "faults.actionCode", one("更换", "调整", "清洗")),
                        col("客户名称", "customer.name", NAME),
                        col("手机号码", "customer.phone", PHONE),
                        col("维修人员", null, NAME),
                        col("保内/保外", "coverage", one("保内", "保外")),
                        col("购机日期", null, DAY),
                        col("工单状态", null, one("已完成", "处理中"))));
        variants.put(
                "en-erp",
                List.of(
                        col("Order No.", "id", ORDER),
                        col("Serial Number", "serialNo", SERIAL),
                        col("Model", "productModel", one("KF-72", "KF-100")),
                        col("Date Reported", "reportedAt", DAY),
                        col("Date Completed", "completedAt", DAY),
                        col("Service Center", "siteId", one("North", "South")),
                        col("Region", "region", one("EMEA", "APAC")),
                        col("Failure Code", "faults.symptomCode", one("E1", "E2", "E5")),
                        col("Root Cause", "faults.causeCode", one("wear", "leak")),
                        col("Component", "faults.component", one("igniter", "tank")),
                        col("Part No", "faults.parts.partNo", one("P-100", "P-200")),
                        col("Qty", "faults.parts.quantity", (row, random) -> 1 + random.nextInt(3)),
                        col("Labor Cost", "labourMinor", MONEY),
                        col("Parts Cost", "faults.parts.costMinor", MONEY),
                        col("Customer Name", "customer.name", NAME_EN),
                        col("Phone", "customer.phone", PHONE),
                        col("Warranty (Y/N)", "coverage", one("Y", "N"))));
        variants.put(
                "en-workshop",
                List.of(
                        col("Job #", "id", ORDER),
                        col("S/N", "serialNo", SERIAL),
                        col("Product", "productModel", one("KF-72", "KF-100")),
                        col("Failure date", "failedOn", DAY),
                        col("Repair date", "completedAt", DAY),
                        col("Workshop", "siteId", one("North", "South")),
                        col("Fault description", "faultText", PROSE_EN),
                        col("Action taken", "faults.actionCode", one("replaced", "adjusted")),
                        col("Supplier", "faults.parts.supplier", one("ACME", "Borg")),
                        col("Lot", "faults.parts.lot", (row, random) -> "L" + (100 + random.nextInt(900))),
                        col("Downtime (h)", "downtimeMinutes", (row, random) -> 1 + random.nextInt(20)),
                        col("Technician", null, NAME_EN),
                        col("Mileage", "usage.value", (row, random) -> 1000 + random.nextInt(90_000)),
                        col("Client", "customer.name", NAME_EN),
                        col("Remarks", null, one("ok", "see file", "-"))));
        variants.put(
                "mixed",
                List.of(
                        col("编号 No.", "id", ORDER),
                        col("产品序列号(SN)", "serialNo", SERIAL),
                        col("规格型号", "productModel", one("KF-72", "KF-100")),
                        col("故障发生日期", "failedOn", TEXT_DAY),
                        col("维修完成时间", "completedAt", TEXT_DAY),
                        col("城市", "region", one("杭州", "南京")),
                        col("维修站", "siteId", one("一站", "二站")),
                        col("故障代码", "faults.symptomCode", one("E1", "E2")),
                        col("责任方", "faults.responsibility", one("供应商", "设计", "用户")),
                        col("供应商", "faults.parts.supplier", one("甲厂", "乙厂")),
                        col("批号", "batch", (row, random) -> "B" + (100 + random.nextInt(9))),
                        col("维修费用(元)", "labourMinor", MONEY),
                        col("客户编号", "customerId", (row, random) -> "C" + (1000 + random.nextInt(900))),
                        col("客户电话", "customer.phone", PHONE),
                        col("备注", "faultText", PROSE)));
        return variants;
    }

    @Test
    void nineOfTenColumnsAreRightOverFiveHeaders() throws IOException {
        System.out.println("seed " + SEED);
        int right = 0;
        int all = 0;
        int title = 0;
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<Column>> variant : variants().entrySet()) {
            Guess guess = guess(variant.getKey(), title, variant.getValue());
            right += right(guess, variant.getValue(), wrong);
            all += variant.getValue().size();
            title = (title + 1) % 4;
            Collected collected = importing(guess);
            assertThat(collected.rejected).as(variant.getKey()).isEmpty();
            assertThat(collected.events).as(variant.getKey()).hasSize(60);
            assertThat(collected.summary.byReason()).containsEntry("total", 1L);
        }
        System.out.println(right + " of " + all + " right; wrong: " + wrong);
        assertThat(right).isGreaterThanOrEqualTo((int) Math.ceil(all * 0.9));
    }

    @Test
    void serialNumbersThatTellTheMonthAreDecoded() throws IOException {
        Guess guess = guess("serials", 0, variants().get("zh-service"));
        assertThat(guess.toYaml(TODAY)).contains("serial: production");
        JsonNode event = importing(guess).events.get(0);
        String serial = event.get("serialNo").asText();
        assertThat(event.get("producedOn").asText())
                .isEqualTo("20" + serial.substring(5, 7) + "-" + serial.substring(7, 9) + "-01");
    }

    @Test
    void severalRowsOfAnOrderBecomeOneOrder() throws IOException {
        Path file = Workbooks.write(
                folder.resolve("merged.xlsx"),
                "维修明细",
                sheet -> {
                    sheet.range(1, 0, 2, 0).merge();
                    sheet.range(1, 1, 2, 1).merge();
                },
                new Object[] {"维修单号", "机身号", "报修日期", "故障部件", "更换配件", "数量", "人工费"},
                new Object[] {"R1", "KF72A240100001", LocalDate.of(2026, 1, 5), "点火器", "P-1", 1, 50},
                new Object[] {null, null, null, "水箱", "P-2", 2, null},
                new Object[] {"R2", "KF72A240100002", LocalDate.of(2026, 1, 6), "风机", "P-3", 1, 30},
                new Object[] {"合计", null, null, null, null, 4, 80});
        Guess guess = Guess.of(file);
        Collected collected = importing(guess);
        assertThat(collected.rejected).isEmpty();
        assertThat(collected.events).hasSize(2);
        assertThat(collected.events.get(0).get("faults")).hasSize(2);
        assertThat(collected.events.get(0).get("labourMinor").asLong()).isEqualTo(5000);
        assertThat(guess.toYaml(TODAY)).contains("group:", "merged: true", "goLive: 2026-11-21");
    }

    @Test
    void wideSalesSheetBecomesShipmentsByMonth() throws IOException {
        Path file = Workbooks.write(
                folder.resolve("销量2025.xlsx"),
                "销量",
                new Object[] {"2025年各型号销量"},
                new Object[] {"产品型号", "1月", "2月", "3月", "合计"},
                new Object[] {"KF-72", 100, 120, 90, 310},
                new Object[] {"KF-100", 10, null, 9, 19},
                new Object[] {"合计", 110, 120, 99, 329});
        Guess guess = Guess.sales(file);
        assertThat(guess.kind()).isEqualTo(Guess.Kind.SHIPMENTS);
        Collected collected = importing(guess);
        assertThat(collected.rejected).isEmpty();
        assertThat(collected.events).hasSize(5);
        assertThat(collected.events.get(1).get("period").asText()).isEqualTo("2025-02");
        assertThat(collected.events.get(1).get("quantity").asLong()).isEqualTo(120);
    }

    @Test
    void longSalesSheetBecomesShipmentsAndInstalledBaseBecomesPopulation() throws IOException {
        Path sales = Workbooks.write(
                folder.resolve("sales.xlsx"),
                "Sheet1",
                new Object[] {"Model", "Month", "Region", "Units sold"},
                new Object[] {"KF-72", "2025-01", "North", 10},
                new Object[] {"KF-72", "2025-02", "North", 12});
        Collected shipments = importing(Guess.sales(sales));
        assertThat(shipments.events).hasSize(2);
        assertThat(shipments.events.get(0).get("period").asText()).isEqualTo("2025-01");
        Path base = Workbooks.write(
                folder.resolve("base.xlsx"),
                "Sheet1",
                new Object[] {"型号", "月份", "保有量"},
                new Object[] {"KF-72", LocalDate.of(2025, 1, 1), 1000},
                new Object[] {"KF-72", LocalDate.of(2025, 2, 1), 1100});
        Guess guess = Guess.sales(base);
        assertThat(guess.kind()).isEqualTo(Guess.Kind.POPULATION);
        Collected population = importing(guess);
        assertThat(population.events.get(1).get("month").asText()).isEqualTo("2025-02");
        assertThat(population.events.get(1).get("unitsInField").asLong()).isEqualTo(1100);
    }

    @Test
    void timesOfDayAndRepeatedRowsWithoutNumbersAreNoTrouble() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        rows.add(new Object[] {"Report Date", "Time", "Vehicle", "Incident"});
        for (int i = 0; i < 40; i++) {
            rows.add(new Object[] {
                LocalDate.of(2026, 1, 5), LocalDateTime.of(1899, 12, 30, 1 + i % 20, 0), 4000 + i % 3, "Mechanical"
            });
        }
        Guess guess = Guess.of(Workbooks.write(folder.resolve("t.xlsx"), "Jan", rows.toArray(Object[][]::new)));
        assertThat(guess.toYaml(TODAY)).contains("{identity: all}");
        assertThat(importing(guess).events).hasSize(40);
    }

    @Test
    void csvInGbkIsGuessedToo() throws IOException {
        Path file = folder.resolve("gbk.csv");
        Files.write(
                file,
                "维修单号;机身号;报修日期;故障现象\r\nR1;KF72A240100001;2026/1/5;漏水\r\nR2;KF72A240100002;2026/1/6;不点火\r\n"
                        .getBytes(Charset.forName("GBK")));
        Collected collected = importing(Guess.of(file));
        assertThat(collected.events).hasSize(2);
        assertThat(collected.events.get(0).at("/faults/0/symptomCode").asText()).isEqualTo("漏水");
    }

    @Test
    void fileWithoutTableIsRefusedInASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.csv"), "Dear Sir\nI write to you today\n");
        assertThatThrownBy(() -> Guess.of(file))
                .isInstanceOf(FileRefused.class)
                .hasMessage("Cannot import letter.csv: no row of it looks like a header of a table (E_FILE_HEADER)");
    }

    private static Collected importing(Guess guess) throws IOException {
        Collected collected = new Collected();
        collected.summary = Import.run(
                ImportRequest.of(List.of(guess.file()), guess.toMapping(TODAY), Instant.parse("2026-11-21T08:00:00Z")),
                collected);
        return collected;
    }

    private static final class Collected implements EventSink {
        private final List<JsonNode> events = new ArrayList<>();
        private final List<JsonNode> rejected = new ArrayList<>();
        private ImportSummary summary;

        @Override
        public void accept(String type, String id, byte[] json) throws IOException {
            (type.equals(REJECTED_ROW) ? rejected : events).add(new ObjectMapper().readTree(json));
        }
    }
}
