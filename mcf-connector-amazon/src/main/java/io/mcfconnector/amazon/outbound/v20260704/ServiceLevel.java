// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The speed asked for ({@code ServiceLevel}).
 *
 * @param serviceTiers only the first counts: {@code STANDARD}, {@code EXPEDITED} or {@code
 *     PRIORITY}
 * @param deliveryInterval when it should arrive; only with {@code SCHEDULED}
 */
public record ServiceLevel(
    @Nullable List<String> serviceTiers, @Nullable TimeInterval deliveryInterval) {

  /** Creates one with only the usual parts. */
  public ServiceLevel(@Nullable List<String> serviceTiers) {
    this(serviceTiers, null);
  }
}
