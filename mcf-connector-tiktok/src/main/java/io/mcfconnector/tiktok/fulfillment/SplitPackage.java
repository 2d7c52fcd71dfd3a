// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * A package that came of a split, as it is on the wire.
 *
 * @param id package id
 * @param splittableGroupId the caller's id of its units
 */
public record SplitPackage(
    @Nullable String id, @Json(name = "splittable_group_id") @Nullable String splittableGroupId) {}
