// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Amazon could ship ({@code GetOrderPreviewResponse}). It reserves nothing, and no flag says
 * whether it is complete: compare the planned units with the requested ones.
 *
 * @param plannedShipments how it would be shipped
 * @param constraints what stands against it
 */
public record GetOrderPreviewResponse(
    @Nullable List<PreviewPlannedShipment> plannedShipments,
    @Nullable List<Constraint> constraints) {}
