// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal.eligibility;

import io.mcfconnector.model.Money;
import io.mcfconnector.spi.RoutingPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a host decides about eligibility, as the router's builder documents it.
 *
 * @param hold time after payment before an order may go
 * @param dangerousGoods whether dangerous goods may go
 * @param maxValue total above which a person decides; {@code null} = none
 * @param maxUnits units above which a person decides; {@code null} = none
 * @param policy the host's own rule
 */
public record EligibilityOptions(
    Duration hold,
    boolean dangerousGoods,
    @Nullable Money maxValue,
    @Nullable Integer maxUnits,
    RoutingPolicy policy) {}
