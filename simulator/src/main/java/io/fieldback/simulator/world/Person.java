// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import io.fieldback.simulator.chance.Dice;
import java.util.List;

/**
 * An invented customer.
 *
 * @param number from 0
 * @param region position in {@link Region#ALL}
 * @param name invented
 * @param phone invented
 * @param address invented
 */
public record Person(int number, int region, String name, String phone, String address) {
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红建国志文海波宇晨佳欣雨梓涵浩然思远嘉怡子轩";
    private static final List<String> ROADS =
            List.of("人民路", "解放路", "建设路", "中山路", "和平街", "新华路", "文化路", "长江路", "黄河路", "胜利街", "迎宾大道", "幸福里");

    /** The customer of this number; the same one each time. */
    public static Person of(long seed, int number) {
        Dice dice = Dice.of(seed, 7, number);
        int region = Region.thrown(dice);
        String place = dice.pick(Region.ALL.get(region).places()).replace(" ", "");
        return new Person(number, region, name(dice), phone(dice), address(dice, place));
    }

    /** The region of the customer of this number, without making up the rest. */
    public static int regionOf(long seed, int number) {
        return Region.thrown(Dice.of(seed, 7, number));
    }

    /** The customer id of the source systems. */
    public String id() {
        return id(number);
    }

    /** The customer id of this number. */
    public static String id(int number) {
        return Codes.padded("C", number, 8);
    }

    /** An invented name. */
    public static String name(Dice dice) {
        StringBuilder name = new StringBuilder(3).append(SURNAMES.charAt(dice.below(SURNAMES.length())));
        int given = dice.chance(0.75) ? 2 : 1;
        for (int i = 0; i < given; i++) {
            name.append(GIVEN.charAt(dice.below(GIVEN.length())));
        }
        return name.toString();
    }

    private static String phone(Dice dice) {
        return "1" + "35789".charAt(dice.below(5)) + (10_000_000 + dice.below(90_000_000)) % 100_000_000
                + dice.below(10);
    }

    private static String address(Dice dice, String place) {
        return place + dice.pick(ROADS) + dice.between(1, 299) + "号" + dice.between(1, 28) + "栋" + dice.between(1, 30)
                + "0" + dice.between(1, 6) + "室";
    }
}
