// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

/** What befalls a fleet without any product being worse for it: no reason for a quality alert. */
public enum Disturbance {
    /** Every hazard rises in proportion to age (Weibull, shape 2), and sales grow by half a year. */
    AGEING,
    /** Spring Festival, May holiday and National Day: few failures and no filing, then all that was left lying. */
    HOLIDAYS,
    /** Each June and November sell three times as much, and returns and early failures follow. */
    SALES_PEAK,
    /** A fifth of the sites file all of a month on its last working day. */
    MONTH_END,
    /** Half of the sites do. */
    MANY_MONTH_END,
    /** A great site files nothing for four months and then all at once. */
    BACKLOG,
    /** 3,000 units of a model are visited within six weeks; every tenth visit finds and files a small fault. */
    RECALL,
    /** From a day on a great site files every fault three times over. */
    OVER_CLAIM,
    /** A component code of a line becomes two from a day on, and a symptom code of all products. */
    CODE_SPLIT,
    /** The sites of a region report from a day on; its units were in the field before. */
    REGION_JOINED,
    /** A region begins to buy and to report on a day: units and failures are new. */
    REGION_OPENED,
    /** A source of a quarter of the cases is silent for a month and then files what it has. */
    SILENT_SOURCE,
    /** A product line is no longer made from a day on. */
    LINE_ENDED
}
