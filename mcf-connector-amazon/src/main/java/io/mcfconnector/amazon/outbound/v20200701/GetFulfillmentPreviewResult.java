// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One preview for each speed ({@code GetFulfillmentPreviewResult}).
 *
 * @param fulfillmentPreviews the previews
 */
public record GetFulfillmentPreviewResult(@Nullable List<FulfillmentPreview> fulfillmentPreviews) {}
