// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the recipient pays on delivery, in Japan ({@code CODSettings}).
 *
 * @param codRequired whether anything is paid; required
 * @param codCharge for the payment
 * @param codChargeTax tax on that
 * @param shippingCharge for shipping
 * @param shippingChargeTax tax on that
 */
public record CodSettings(
    @Json(name = "isCodRequired") @Nullable Boolean codRequired,
    @Nullable Money codCharge,
    @Nullable Money codChargeTax,
    @Nullable Money shippingCharge,
    @Nullable Money shippingChargeTax) {}
