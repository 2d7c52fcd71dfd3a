// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * The speed of a preview ({@code PreviewFulfillmentConfiguration}).
 *
 * @param serviceLevel the speed
 * @param services special wishes
 */
public record PreviewFulfillmentConfiguration(
    @Nullable ServiceLevel serviceLevel, @Nullable PreviewServices services) {

  /** Creates one with only the usual parts. */
  public PreviewFulfillmentConfiguration(@Nullable ServiceLevel serviceLevel) {
    this(serviceLevel, null);
  }
}
