// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.alert;

import org.jspecify.annotations.Nullable;

/**
 * Which failures an alert is about. Codes are as the events gave them; null where the alert is not bound to one.
 *
 * @param productModel product model code
 * @param component component code
 * @param symptomCode symptom code
 * @param causeCode cause code
 * @param region region code
 * @param siteId service site
 * @param source source system, of data notices
 * @param subject whom or what a rule is about: a serial number, or the customer's pseudonym; never personal data
 */
public record AlertScope(
        @Nullable String productModel,
        @Nullable String component,
        @Nullable String symptomCode,
        @Nullable String causeCode,
        @Nullable String region,
        @Nullable String siteId,
        @Nullable String source,
        @Nullable String subject) {
    /** Nothing in particular. */
    public static final AlertScope NONE = new AlertScope(null, null, null, null, null, null, null, null);

    /** A component of a product. */
    public static AlertScope of(@Nullable String productModel, @Nullable String component) {
        return new AlertScope(productModel, component, null, null, null, null, null, null);
    }

    /** One text that differs for different scopes. */
    public String key() {
        StringBuilder key = new StringBuilder();
        for (String part :
                new @Nullable String[] {productModel, component, symptomCode, causeCode, region, siteId, source, subject
                }) {
            key.append(part == null ? "" : part.length() + ":" + part).append('|');
        }
        return key.toString();
    }
}
