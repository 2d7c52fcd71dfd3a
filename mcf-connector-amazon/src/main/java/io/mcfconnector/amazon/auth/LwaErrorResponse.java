// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.auth;

import org.jspecify.annotations.Nullable;

/**
 * A refusal of Login with Amazon.
 *
 * @param error its code, such as {@code invalid_grant}
 */
public record LwaErrorResponse(@Nullable String error) {}
