// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * Makes a destination ({@code CreateDestinationRequest}); both required.
 *
 * @param resourceSpecification where notifications go
 * @param name our name of it, at most 256 characters
 */
public record CreateDestinationRequest(
    @Nullable DestinationResourceSpecification resourceSpecification, @Nullable String name) {}
