// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the synthetic files of {@code samples/}: the same each time. */
public final class SampleFiles {
    private static final long SEED = 20_250_101;
    private static final int ORDERS = 600;
    private static final int ORDERS_OF_A_VARIANT = 40;

    private SampleFiles() {}

    /** Writes the files into the folder that is the only argument. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Cannot write sample files: give the folder");
        }
        for (Map.Entry<String, byte[]> file : make().entrySet()) {
            Path path = Path.of(arguments[0]).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** The content of each file by its path within the folder. */
    public static Map<String, byte[]> make() {
        Sales sales = new Sales(SEED);
        List<Order> orders = Orders.of(sales, SEED, ORDERS, "WX");
        List<Order> fresh = Orders.of(sales, SEED + 1, 3 * Corrections.ADDED, "BX");
        Grid repairs = RepairSheet.grid(orders);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("repairs.xlsx", Workbooks.write(repairs, RepairSheet.notes()));
        files.put("repairs-gbk.csv", Csv.gbk(repairs));
        Grid corrected = RepairSheet.grid(Corrections.of(orders, fresh));
        files.put("repairs-corrected.xlsx", Workbooks.write(corrected, RepairSheet.notes()));
        files.put("sales.xlsx", Workbooks.write(sales.grid()));
        int from = 0;
        for (Variant variant : Variants.all()) {
            List<Order> some = orders.subList(from, from + ORDERS_OF_A_VARIANT);
            files.put("headers/" + variant.file(), Workbooks.write(variant.grid(some)));
            from += ORDERS_OF_A_VARIANT;
        }
        files.put("headers/expected.json", Expected.json(Variants.all()).getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
