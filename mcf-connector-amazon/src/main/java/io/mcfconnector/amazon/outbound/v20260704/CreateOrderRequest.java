// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks Amazon to ship ({@code CreateOrderRequest}).
 *
 * @param orderId our id, at most 40 characters; required
 * @param channel where the buyer ordered, such as {@code TIKTOK}
 * @param origin the country it ships from; takes the place of a marketplace id
 * @param fulfillmentConfiguration speed, action and policy
 * @param destination where it goes; required
 * @param lineItems what to ship; required
 * @param paymentInformation its payments; India
 */
public record CreateOrderRequest(
    @Nullable String orderId,
    @Nullable String channel,
    @Nullable OrderOrigin origin,
    @Nullable OrderFulfillmentConfiguration fulfillmentConfiguration,
    @Nullable OrderDestination destination,
    @Nullable List<CreateOrderLineItem> lineItems,
    @Nullable PaymentInformation paymentInformation) {

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of a {@link CreateOrderRequest}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String orderId;
    private @Nullable String channel;
    private @Nullable OrderOrigin origin;
    private @Nullable OrderFulfillmentConfiguration fulfillmentConfiguration;
    private @Nullable OrderDestination destination;
    private @Nullable List<CreateOrderLineItem> lineItems;
    private @Nullable PaymentInformation paymentInformation;

    private Builder() {}

    /** Sets our id; required. */
    public Builder orderId(@Nullable String orderId) {
      this.orderId = orderId;
      return this;
    }

    /** Sets where the buyer ordered. */
    public Builder channel(@Nullable String channel) {
      this.channel = channel;
      return this;
    }

    /** Sets the country it ships from. */
    public Builder origin(@Nullable OrderOrigin origin) {
      this.origin = origin;
      return this;
    }

    /** Sets speed, action and policy. */
    public Builder fulfillmentConfiguration(
        @Nullable OrderFulfillmentConfiguration fulfillmentConfiguration) {
      this.fulfillmentConfiguration = fulfillmentConfiguration;
      return this;
    }

    /** Sets where it goes; required. */
    public Builder destination(@Nullable OrderDestination destination) {
      this.destination = destination;
      return this;
    }

    /** Sets what to ship; required. */
    public Builder lineItems(@Nullable List<CreateOrderLineItem> lineItems) {
      this.lineItems = lineItems;
      return this;
    }

    /** Sets its payments; India. */
    public Builder paymentInformation(@Nullable PaymentInformation paymentInformation) {
      this.paymentInformation = paymentInformation;
      return this;
    }

    /** Returns the record. */
    public CreateOrderRequest build() {
      return new CreateOrderRequest(
          orderId,
          channel,
          origin,
          fulfillmentConfiguration,
          destination,
          lineItems,
          paymentInformation);
    }
  }
}
