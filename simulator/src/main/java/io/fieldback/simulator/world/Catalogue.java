// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** What the maker makes: three lines of water heaters and the components that fail in them. */
public final class Catalogue {
    /** Air-source heat pumps. */
    public static final Line HEAT_PUMP = new Line(
            "heat-pump",
            "空气能热水器",
            List.of(
                    traced(
                            "compressor",
                            "压缩机",
                            "refrigeration",
                            "P1001",
                            68_000,
                            0.014,
                            "not-starting:压缩机不启动",
                            "noise:压缩机异响"),
                    traced(
                            "four-way-valve",
                            "四通阀",
                            "refrigeration",
                            "P1002",
                            9_800,
                            0.020,
                            "not-reversing:四通阀不换向",
                            "noise:换向异响",
                            "leak:四通阀泄漏"),
                    traced(
                            "water-pump",
                            "循环水泵",
                            "hydraulics",
                            "P1003",
                            15_500,
                            0.018,
                            "leak:水泵漏水",
                            "noise:水泵异响",
                            "not-starting:水泵不转"),
                    traced(
                            "controller-board",
                            "主控板",
                            "electronics",
                            "P1004",
                            22_000,
                            0.019,
                            "error-code:显示故障代码",
                            "no-display:不显示"),
                    plain(
                            "fan-motor",
                            "风机电机",
                            "refrigeration",
                            "P1005",
                            12_000,
                            0.009,
                            "noise:风机异响",
                            "not-starting:风机不转"),
                    plain("expansion-valve", "电子膨胀阀", "refrigeration", "P1006", 6_500, 0.007, "low-heat:制热慢"),
                    plain(
                            "temperature-sensor",
                            "温度传感器",
                            "electronics",
                            "P1007",
                            1_500,
                            0.008,
                            "error-code:感温探头故障代码",
                            "low-heat:水温不准"),
                    plain("tank-liner", "水箱内胆", "tank", "P1008", 85_000, 0.004, "leak:内胆漏水"),
                    plain("safety-valve", "安全阀", "hydraulics", "P1009", 1_800, 0.006, "leak:泄压阀滴水"),
                    plain("remote-control", "线控器", "electronics", "P1010", 4_500, 0.005, "no-display:线控器不显示")),
            List.of("KF-72", "KF-78", "KF-110", "KF-160"));

    /** Gas water heaters. */
    public static final Line GAS = new Line(
            "gas",
            "燃气热水器",
            List.of(
                    traced(
                            "ignition-electrode",
                            "点火针",
                            "burner",
                            "P2001",
                            1_200,
                            0.018,
                            "no-ignition:点不着火",
                            "error-code:显示E1"),
                    traced(
                            "gas-valve",
                            "燃气比例阀",
                            "burner",
                            "P2002",
                            13_500,
                            0.017,
                            "no-ignition:不出火",
                            "low-heat:火力不足",
                            "leak:检漏不合格"),
                    traced(
                            "blower-fan",
                            "燃烧风机",
                            "burner",
                            "P2003",
                            11_000,
                            0.019,
                            "noise:风机噪声大",
                            "error-code:显示E5",
                            "not-starting:风机不转"),
                    traced(
                            "water-flow-sensor",
                            "水流量传感器",
                            "hydraulics",
                            "P2004",
                            2_600,
                            0.020,
                            "no-ignition:开水不点火",
                            "low-heat:水温忽冷忽热"),
                    plain("heat-exchanger", "热交换器", "burner", "P2005", 26_000, 0.007, "leak:换热器漏水", "low-heat:水不热"),
                    plain(
                            "controller-board",
                            "控制板",
                            "electronics",
                            "P2006",
                            15_000,
                            0.011,
                            "error-code:显示故障代码",
                            "no-display:不显示"),
                    plain("display-panel", "显示屏", "electronics", "P2007", 5_500, 0.006, "no-display:黑屏"),
                    plain("flame-probe", "感应针", "burner", "P2008", 900, 0.008, "flame-out:中途熄火"),
                    plain("inlet-valve", "进水阀", "hydraulics", "P2009", 2_200, 0.006, "leak:进水阀漏水"),
                    plain("temperature-sensor", "温度传感器", "electronics", "P2010", 1_100, 0.006, "low-heat:水温不准")),
            List.of("JSQ-24", "JSQ-26", "JSQ-30", "JSQ-40"));

    /** Electric storage heaters. */
    public static final Line ELECTRIC = new Line(
            "electric",
            "电热水器",
            List.of(
                    traced("heating-element", "加热管", "tank", "P3001", 4_800, 0.020, "low-heat:不加热", "trips:跳闸"),
                    traced("thermostat", "温控器", "electronics", "P3002", 2_400, 0.018, "low-heat:水温不准", "overheat:水温过高"),
                    traced(
                            "leakage-protector",
                            "漏电保护器",
                            "electronics",
                            "P3003",
                            3_600,
                            0.017,
                            "trips:漏电保护跳闸",
                            "no-display:不通电"),
                    traced("seal-ring", "法兰密封圈", "tank", "P3004", 600, 0.019, "leak:法兰渗水", "rust:接口锈蚀"),
                    plain("magnesium-anode", "镁棒", "tank", "P3005", 2_500, 0.006, "odour:水有异味"),
                    plain("tank-liner", "内胆", "tank", "P3006", 42_000, 0.006, "leak:内胆漏水"),
                    plain(
                            "controller-board",
                            "电源板",
                            "electronics",
                            "P3007",
                            9_500,
                            0.010,
                            "error-code:显示故障代码",
                            "no-display:不显示"),
                    plain("display-panel", "显示屏", "electronics", "P3008", 4_000, 0.006, "no-display:黑屏"),
                    plain("safety-valve", "安全阀", "hydraulics", "P3009", 1_500, 0.008, "leak:泄压阀滴水"),
                    plain("temperature-sensor", "温度传感器", "electronics", "P3010", 900, 0.006, "low-heat:水温不准")),
            List.of("DS-60", "DS-65", "DS-50", "DS-80"));

    /** All lines. */
    public static final List<Line> LINES = List.of(HEAT_PUMP, GAS, ELECTRIC);

    private Catalogue() {}

    private static Component traced(
            String code, String chinese, String assembly, String partNo, int cost, double rate, String... symptoms) {
        int number = Integer.parseInt(partNo.substring(1));
        List<String> suppliers = List.of(supplier(number * 3), supplier(number * 3 + 5), supplier(number * 3 + 10));
        return component(code, chinese, assembly, partNo, cost, rate, true, suppliers, symptoms);
    }

    private static Component plain(
            String code, String chinese, String assembly, String partNo, int cost, double rate, String... symptoms) {
        int number = Integer.parseInt(partNo.substring(1));
        return component(code, chinese, assembly, partNo, cost, rate, false, List.of(supplier(number * 7)), symptoms);
    }

    private static Component component(
            String code,
            String chinese,
            String assembly,
            String partNo,
            int cost,
            double rate,
            boolean traced,
            List<String> suppliers,
            String... symptoms) {
        List<Symptom> seen = new ArrayList<>();
        for (String symptom : symptoms) {
            int colon = symptom.indexOf(':');
            seen.add(new Symptom(symptom.substring(0, colon), symptom.substring(colon + 1)));
        }
        return new Component(code, chinese, assembly, partNo, cost, rate, traced, suppliers, seen);
    }

    private static String supplier(int number) {
        return "S" + (101 + number % 17);
    }
}
