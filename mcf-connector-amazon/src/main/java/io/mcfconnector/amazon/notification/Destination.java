// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * Where the notifications of an application go ({@code Destination}).
 *
 * @param destinationId Amazon's id
 * @param name our name of it
 * @param resource the place
 */
public record Destination(
    @Nullable String destinationId,
    @Nullable String name,
    @Nullable DestinationResource resource) {}
