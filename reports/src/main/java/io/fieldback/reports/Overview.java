// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports;

import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.question.Asking;
import io.fieldback.reports.question.Survey;
import java.sql.Connection;

/** The page that a demo or a trial ends with: all questions at once. */
public final class Overview {
    private Overview() {}

    /**
     * What stands out, and what it stands on.
     *
     * @param connection to an opened epoch; stays open and keeps temporary tables of the models
     * @param context what is asked
     */
    public static Report of(Connection connection, ReportContext context) {
        return Survey.of(Asking.over(connection, context));
    }
}
