// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which packages to find, as it is on the wire; everything absent = all packages of the shop.
 *
 * @param createTimeGe made at this Unix second or later
 * @param createTimeLt made before this Unix second
 * @param updateTimeGe changed at this Unix second or later
 * @param updateTimeLt changed before this Unix second
 * @param packageStatus {@code PROCESSING}, {@code FULFILLING}, {@code COMPLETED} or {@code
 *     CANCELLED}
 */
public record PackageFilter(
    @Json(name = "create_time_ge") @Nullable Long createTimeGe,
    @Json(name = "create_time_lt") @Nullable Long createTimeLt,
    @Json(name = "update_time_ge") @Nullable Long updateTimeGe,
    @Json(name = "update_time_lt") @Nullable Long updateTimeLt,
    @Json(name = "package_status") @Nullable String packageStatus) {

  private static final Set<String> STATUSES =
      Set.of("PROCESSING", "FULFILLING", "COMPLETED", "CANCELLED");

  /** Returns a filter for all packages. */
  public static PackageFilter all() {
    return new PackageFilter(null, null, null, null, null);
  }

  void check(Rules rules) {
    rules.window("create_time", createTimeGe, createTimeLt);
    rules.window("update_time", updateTimeGe, updateTimeLt);
    rules.optionalWord("package_status", packageStatus, STATUSES);
  }
}
