// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import io.fieldback.simulator.chance.Dice;
import java.util.List;

/**
 * A sales region.
 *
 * @param code region code
 * @param chinese its name
 * @param weight share of customers
 * @param places cities as {@code province city}
 */
public record Region(String code, String chinese, double weight, List<String> places) {
    /** The maker's seven regions. */
    public static final List<Region> ALL = List.of(
            new Region(
                    "north", "华北", 0.16, List.of("北京市 北京市", "天津市 天津市", "河北省 石家庄市", "河北省 保定市", "山西省 太原市", "内蒙古自治区 包头市")),
            new Region("northeast", "东北", 0.08, List.of("辽宁省 沈阳市", "辽宁省 大连市", "吉林省 长春市", "黑龙江省 哈尔滨市")),
            new Region(
                    "east",
                    "华东",
                    0.29,
                    List.of("上海市 上海市", "江苏省 南京市", "江苏省 苏州市", "浙江省 杭州市", "浙江省 宁波市", "安徽省 合肥市", "山东省 济南市", "福建省 厦门市")),
            new Region("central", "华中", 0.16, List.of("河南省 郑州市", "湖北省 武汉市", "湖南省 长沙市", "江西省 南昌市")),
            new Region("south", "华南", 0.16, List.of("广东省 广州市", "广东省 佛山市", "广西壮族自治区 南宁市", "海南省 海口市")),
            new Region("southwest", "西南", 0.10, List.of("四川省 成都市", "重庆市 重庆市", "贵州省 贵阳市", "云南省 昆明市")),
            new Region("northwest", "西北", 0.05, List.of("陕西省 西安市", "甘肃省 兰州市", "宁夏回族自治区 银川市", "新疆维吾尔自治区 乌鲁木齐市")));

    private static final double[] WEIGHTS =
            ALL.stream().mapToDouble(Region::weight).toArray();

    /** Copies the list. */
    public Region {
        places = List.copyOf(places);
    }

    /** The position of a customer's region. */
    static int thrown(Dice dice) {
        return dice.weighted(WEIGHTS);
    }
}
