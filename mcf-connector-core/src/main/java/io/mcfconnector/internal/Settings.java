// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.internal.eligibility.EligibilityOptions;
import io.mcfconnector.model.Money;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.spi.MixedCartPolicy;
import io.mcfconnector.spi.StockPolicy;
import io.mcfconnector.validation.OrderValidator;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The router's options, as its builder documents them.
 *
 * @param orderPoll time between two polls of a shop
 * @param trackingSync time between two sweeps of the network
 * @param inventorySync time between two stock cycles
 * @param lookback how far back the first poll reads
 * @param takeOver how far back the network's list is searched for orders that another tool has
 *     placed; zero = not at all
 * @param eligibility which orders may go
 * @param stockPolicy how much of the stock is offered, and where
 * @param settle time after which the network's count contains a placed order
 * @param addressRetention time after which the address of an order that is still not placed for
 *     certain is erased
 * @param deadlineMargin time left until a clock of the channel below which an order is at risk
 * @param stockGrace time a SKU may be unknown at the network before its stock is published as zero
 * @param mixedCarts what to do with orders that the network ships only in part
 * @param speed chooses the service level of an order
 * @param previews whether a preview tells if the network offers that level
 * @param maxFulfillmentCost what the network may charge for an order at most, as previewed; {@code
 *     null} = anything
 * @param validator tells whether units and destination of an order can be shipped
 */
public record Settings(
    Duration orderPoll,
    Duration trackingSync,
    Duration inventorySync,
    Duration lookback,
    Duration takeOver,
    EligibilityOptions eligibility,
    StockPolicy stockPolicy,
    Duration settle,
    Duration addressRetention,
    Duration deadlineMargin,
    Duration stockGrace,
    MixedCartPolicy mixedCarts,
    Function<Order, ShippingSpeed> speed,
    boolean previews,
    @Nullable Money maxFulfillmentCost,
    OrderValidator validator) {}
