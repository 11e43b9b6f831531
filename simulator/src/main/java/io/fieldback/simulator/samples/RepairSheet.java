// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import io.fieldback.simulator.chance.Dice;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The repair workbook as a service department keeps it: a title, a header in the fourth row, an order number merged
 * over the rows of its order, days typed in many ways, and a sum below.
 */
final class RepairSheet {
    /** The header. */
    static final List<String> HEADER = List.of(
            "序号", "工单号", "报修时间", "故障日期", "产品型号", "产品序列号", "客户姓名", "联系电话", "地址", "区域", "服务网点", "服务类型", "保修类型", "故障现象",
            "上门时间", "完工时间", "人工费(元)", "故障部件", "故障原因", "处理措施", "配件编码", "配件数量", "配件费(元)");

    private static final int ORDER_COLUMNS = 17;
    private static final int LABOUR = 16;
    private static final int COST = 22;

    /** Columns merged over the rows of an order; the other columns of the order stand in each row. */
    private static final List<Integer> MERGED = List.of(0, 1, 2, 6, 7, LABOUR);

    private RepairSheet() {}

    /** The sheet of these orders, in their order. */
    static Grid grid(List<Order> orders) {
        Grid grid = new Grid("维修记录");
        grid.add("2025年度热水器售后维修记录表");
        grid.merge(0, 0, 0, HEADER.size() - 1);
        grid.add("编制单位：客服中心", null, null, null, "单位：元", null, "（示例数据，人名、电话、地址均为虚构）");
        grid.add();
        grid.add(HEADER.toArray());
        int labour = 0;
        int cost = 0;
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            add(grid, i + 1, order);
            labour += order.labour();
            for (Order.Line line : order.lines()) {
                cost += line.cost() == null ? 0 : line.cost();
            }
        }
        @Nullable Object[] total = new Object[HEADER.size()];
        total[0] = "合计";
        total[LABOUR] = labour;
        total[COST] = cost;
        grid.add(total);
        return grid;
    }

    /** The second sheet: what people write beside the data. */
    static Grid notes() {
        Grid grid = new Grid("填写说明");
        grid.add("填写说明");
        grid.add("1", "工单号由系统生成，不得修改；同一工单多个故障分行填写");
        grid.add("2", "序列号：型号 + 工厂(A/B) + 生产年月(4位) + 流水号(5位)，例如 KF72A250300123 为A厂2025年3月生产");
        grid.add("3", "服务类型：故障维修、安装故障、保养、未见异常、咨询");
        grid.add("4", "费用单位为元；人工费每个工单只填一次");
        return grid;
    }

    private static void add(Grid grid, int number, Order order) {
        // How a day is typed depends on the order alone, so that sorting does not change it.
        Dice dice = Dice.of(103, order.orderNo().hashCode());
        @Nullable
        Object[] common = {
            number,
            order.orderNo(),
            SampleTexts.typed(order.reported(), dice),
            SampleTexts.typed(order.failed(), dice),
            order.model(),
            order.serialNo(),
            order.client().name(),
            order.client().phone(),
            order.client().address(),
            order.region(),
            order.site(),
            order.serviceType(),
            order.coverage(),
            order.faultText(),
            SampleTexts.typed(order.arrived(), dice),
            SampleTexts.typed(order.completed(), dice),
            order.labour()
        };
        int top = grid.size();
        for (Order.Line line : order.lines()) {
            @Nullable Object[] row = Arrays.copyOf(common, HEADER.size());
            if (grid.size() > top) {
                MERGED.forEach(column -> row[column] = null);
            }
            row[ORDER_COLUMNS] = line.component();
            row[ORDER_COLUMNS + 1] = line.cause();
            row[ORDER_COLUMNS + 2] = line.action();
            row[ORDER_COLUMNS + 3] = line.partNo();
            row[ORDER_COLUMNS + 4] = line.quantity();
            row[COST] = line.cost();
            grid.add(row);
        }
        if (grid.size() - top > 1) {
            MERGED.forEach(column -> grid.merge(top, column, grid.size() - 1, column));
        }
    }
}
