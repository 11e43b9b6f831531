// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import io.fieldback.simulator.samples.Variant.Column;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Five ways in which companies head a list of repairs. */
final class Variants {
    private Variants() {}

    static List<Variant> all() {
        return List.of(formal(), colloquial(), english(), system(), bilingual());
    }

    private static Variant formal() {
        return new Variant(
                "variant-1.xlsx",
                "Sheet1",
                List.of(),
                List.of(
                        order("维修单号", "id", Order::orderNo),
                        order("受理时间", "reportedAt", Order::reported),
                        order("机型", "productModel", Order::model),
                        order("机身编码", "serialNo", Order::serialNo),
                        order("用户名称", "customer.name", o -> o.client().name()),
                        order("手机号码", "customer.phone", o -> o.client().phone()),
                        order("用户地址", "customer.address", o -> o.client().address()),
                        order("所属大区", "region", Order::region),
                        order("维修网点", "siteId", Order::site),
                        order("服务类别", "serviceKind", Order::serviceType),
                        order("故障描述", "faultText", Order::faultText),
                        line("更换部件", "faults.component", Order.Line::component),
                        order("维修完成时间", "completedAt", Order::completed),
                        line("材料费(元)", "faults.parts.costMinor", Order.Line::cost),
                        order("工时费(元)", "labourMinor", Order::labour)));
    }

    private static Variant colloquial() {
        return new Variant(
                "variant-2.xlsx",
                "3月",
                List.of("售后维修台账", "填报单位：售后服务部"),
                List.of(
                        order("单据编号", "id", Order::orderNo),
                        order("报修日期", "reportedAt", o -> o.reported().toLocalDate()),
                        order("型号", "productModel", Order::model),
                        order("出厂编号", "serialNo", Order::serialNo),
                        order("姓名", "customer.name", o -> o.client().name()),
                        order("电话", "customer.phone", o -> o.client().phone()),
                        order("住址", "customer.address", o -> o.client().address()),
                        order("片区", "region", Order::region),
                        order("服务商", "siteId", Order::site),
                        order("是否保内", "coverage", Order::coverage),
                        order("问题描述", "faultText", Order::faultText),
                        line("故障零件", "faults.component", Order.Line::component),
                        line("原因分析", "faults.causeCode", Order.Line::cause),
                        line("处理方式", "faults.actionCode", Order.Line::action),
                        order("备注", null, o -> null)));
    }

    private static Variant english() {
        return new Variant(
                "variant-3.xlsx",
                "Repairs",
                List.of("Service report 2025"),
                List.of(
                        order("Order No.", "id", Order::orderNo),
                        order("Reported Date", "reportedAt", o -> o.reported().toLocalDate()),
                        order("Model", "productModel", Order::model),
                        order("Serial Number", "serialNo", Order::serialNo),
                        order("Customer Name", "customer.name", o -> o.client().name()),
                        order("Phone", "customer.phone", o -> o.client().phone()),
                        order("Address", "customer.address", o -> o.client().address()),
                        order("Region", "region", o -> english(o.region())),
                        order("Service Center", "siteId", Order::site),
                        order("Service Type", "serviceKind", o -> kind(o.serviceType())),
                        order("Problem Description", "faultText", Order::faultText),
                        line("Failed Part", "faults.component", Order.Line::component),
                        line("Failure Code", "faults.symptomCode", Order.Line::symptomCode),
                        line("Action Taken", "faults.actionCode", Order.Line::action),
                        order("Labor Cost", "labourMinor", Order::labour),
                        line("Parts Cost", "faults.parts.costMinor", Order.Line::cost),
                        order(
                                "Completed Date",
                                "completedAt",
                                o -> o.completed().toLocalDate())));
    }

    private static Variant system() {
        return new Variant(
                "variant-4.xlsx",
                "Export",
                List.of(),
                List.of(
                        order("Notification", "id", Order::orderNo),
                        order("Malfunction Start", "failedOn", Order::failed),
                        order("Created On", "recordedAt", Order::reported),
                        order("Material", "productModel", Order::model),
                        order("Serial No", "serialNo", Order::serialNo),
                        order("Description", "faultText", Order::faultText),
                        line("Object Part", "faults.component", Order.Line::component),
                        line("Damage Code", "faults.symptomCode", Order.Line::symptomCode),
                        line("Cause Code", "faults.causeCode", Order.Line::cause),
                        order("Warranty", "coverage", o -> o.coverage().equals("保内") ? "In warranty" : "Chargeable"),
                        line("Vendor", "faults.parts.supplier", Order.Line::supplier),
                        line("Quantity", "faults.parts.quantity", Order.Line::quantity),
                        order(
                                "Completion Date",
                                "completedAt",
                                o -> o.completed().toLocalDate()),
                        order("User Status", null, o -> "NOCO")));
    }

    private static Variant bilingual() {
        return new Variant(
                "variant-5.xlsx",
                "维修 Repair",
                List.of("维修清单 Repair list", "2025", ""),
                List.of(
                        order("工单编号 Order ID", "id", Order::orderNo),
                        order("故障日期 Failure Date", "failedOn", Order::failed),
                        order("产品型号 Model", "productModel", Order::model),
                        order("SN", "serialNo", Order::serialNo),
                        order("客户 Customer", "customer.name", o -> o.client().name()),
                        order("Tel", "customer.phone", o -> o.client().phone()),
                        order("网点代码 Site", "siteId", Order::site),
                        order("服务类别 Service Type", "serviceKind", Order::serviceType),
                        line("故障部位 Component", "faults.component", Order.Line::component),
                        line("现象代码 Symptom", "faults.symptomCode", Order.Line::symptomCode),
                        line("备件号 Part No.", "faults.parts.partNo", Order.Line::partNo),
                        line("供应商 Supplier", "faults.parts.supplier", Order.Line::supplier),
                        line("批次 Lot", "faults.parts.lot", Order.Line::lot),
                        line("数量 Qty", "faults.parts.quantity", Order.Line::quantity),
                        order("到达时间 Arrived", "arrivedAt", Order::arrived),
                        order("完成时间 Completed", "completedAt", Order::completed)));
    }

    private static Column order(String header, @Nullable String field, Function<Order, @Nullable Object> cell) {
        return new Column(header, field, (order, line) -> cell.apply(order));
    }

    private static Column line(String header, String field, Function<Order.Line, @Nullable Object> cell) {
        BiFunction<Order, Order.Line, @Nullable Object> ofLine = (order, line) -> cell.apply(line);
        return new Column(header, field, ofLine);
    }

    private static String kind(String chinese) {
        return switch (chinese) {
            case "故障维修" -> "Repair";
            case "安装故障" -> "Installation fault";
            case "保养" -> "Maintenance";
            case "未见异常" -> "No fault found";
            default -> "Advice";
        };
    }

    private static String english(String region) {
        return switch (region) {
            case "华北" -> "North";
            case "东北" -> "Northeast";
            case "华东" -> "East";
            case "华中" -> "Central";
            case "华南" -> "South";
            case "西南" -> "Southwest";
            default -> "Northwest";
        };
    }
}
