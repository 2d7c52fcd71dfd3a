// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * Which notifications to send ({@code ProcessingDirective}): a filter or an expression, not both.
 *
 * @param eventFilter the filter
 * @param filterExpression a CEL expression, 1 to 256 characters
 */
public record ProcessingDirective(
    @Nullable EventFilter eventFilter, @Nullable String filterExpression) {}
