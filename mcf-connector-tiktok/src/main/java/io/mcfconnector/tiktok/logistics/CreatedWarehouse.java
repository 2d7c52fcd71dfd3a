// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.logistics;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a new warehouse, as it is on the wire.
 *
 * @param warehouseId its id; absent when it was not created
 * @param errorList what TikTok did not like, although the call succeeded
 */
public record CreatedWarehouse(
    @Json(name = "warehouse_id") @Nullable String warehouseId,
    @Json(name = "error_list") @Nullable List<Problem> errorList) {

  /**
   * Something TikTok did not like.
   *
   * @param code TikTok's code
   * @param message TikTok's words
   */
  public record Problem(@Nullable String code, @Nullable String message) {}
}
