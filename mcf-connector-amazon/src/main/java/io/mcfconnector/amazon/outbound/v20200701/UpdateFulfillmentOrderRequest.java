// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import io.mcfconnector.amazon.outbound.AmazonAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes an order on hold, or lets it go ({@code UpdateFulfillmentOrderRequest}). What is absent
 * stays as it is.
 *
 * @param marketplaceId the marketplace
 * @param displayableOrderId the order number the recipient sees, at most 40 characters
 * @param displayableOrderDate the order date the recipient sees, ISO 8601
 * @param displayableOrderComment the text the recipient sees, at most 750 characters
 * @param shippingSpeedCategory the shipping speed
 * @param destinationAddress where it goes
 * @param fulfillmentAction {@code Ship} lets it go
 * @param fulfillmentPolicy what happens when units are missing
 * @param shipFromCountryCode the country it ships from, two letters
 * @param notificationEmails who gets Amazon's mails
 * @param featureConstraints special wishes
 * @param items the lines to change
 */
public record UpdateFulfillmentOrderRequest(
    @Nullable String marketplaceId,
    @Nullable String displayableOrderId,
    @Nullable String displayableOrderDate,
    @Nullable String displayableOrderComment,
    @Nullable String shippingSpeedCategory,
    @Nullable AmazonAddress destinationAddress,
    @Nullable String fulfillmentAction,
    @Nullable String fulfillmentPolicy,
    @Nullable String shipFromCountryCode,
    @Nullable List<String> notificationEmails,
    @Nullable List<FeatureSettings> featureConstraints,
    @Nullable List<UpdateFulfillmentOrderItem> items) {

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of a {@link UpdateFulfillmentOrderRequest}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String marketplaceId;
    private @Nullable String displayableOrderId;
    private @Nullable String displayableOrderDate;
    private @Nullable String displayableOrderComment;
    private @Nullable String shippingSpeedCategory;
    private @Nullable AmazonAddress destinationAddress;
    private @Nullable String fulfillmentAction;
    private @Nullable String fulfillmentPolicy;
    private @Nullable String shipFromCountryCode;
    private @Nullable List<String> notificationEmails;
    private @Nullable List<FeatureSettings> featureConstraints;
    private @Nullable List<UpdateFulfillmentOrderItem> items;

    private Builder() {}

    /** Sets the marketplace. */
    public Builder marketplaceId(@Nullable String marketplaceId) {
      this.marketplaceId = marketplaceId;
      return this;
    }

    /** Sets the order number the recipient sees, at most 40 characters. */
    public Builder displayableOrderId(@Nullable String displayableOrderId) {
      this.displayableOrderId = displayableOrderId;
      return this;
    }

    /** Sets the order date the recipient sees, ISO 8601. */
    public Builder displayableOrderDate(@Nullable String displayableOrderDate) {
      this.displayableOrderDate = displayableOrderDate;
      return this;
    }

    /** Sets the text the recipient sees, at most 750 characters. */
    public Builder displayableOrderComment(@Nullable String displayableOrderComment) {
      this.displayableOrderComment = displayableOrderComment;
      return this;
    }

    /** Sets the shipping speed. */
    public Builder shippingSpeedCategory(@Nullable String shippingSpeedCategory) {
      this.shippingSpeedCategory = shippingSpeedCategory;
      return this;
    }

    /** Sets where it goes. */
    public Builder destinationAddress(@Nullable AmazonAddress destinationAddress) {
      this.destinationAddress = destinationAddress;
      return this;
    }

    /** Sets {@code Ship} lets it go. */
    public Builder fulfillmentAction(@Nullable String fulfillmentAction) {
      this.fulfillmentAction = fulfillmentAction;
      return this;
    }

    /** Sets what happens when units are missing. */
    public Builder fulfillmentPolicy(@Nullable String fulfillmentPolicy) {
      this.fulfillmentPolicy = fulfillmentPolicy;
      return this;
    }

    /** Sets the country it ships from, two letters. */
    public Builder shipFromCountryCode(@Nullable String shipFromCountryCode) {
      this.shipFromCountryCode = shipFromCountryCode;
      return this;
    }

    /** Sets who gets Amazon's mails. */
    public Builder notificationEmails(@Nullable List<String> notificationEmails) {
      this.notificationEmails = notificationEmails;
      return this;
    }

    /** Sets special wishes. */
    public Builder featureConstraints(@Nullable List<FeatureSettings> featureConstraints) {
      this.featureConstraints = featureConstraints;
      return this;
    }

    /** Sets the lines to change. */
    public Builder items(@Nullable List<UpdateFulfillmentOrderItem> items) {
      this.items = items;
      return this;
    }

    /** Returns the record. */
    public UpdateFulfillmentOrderRequest build() {
      return new UpdateFulfillmentOrderRequest(
          marketplaceId,
          displayableOrderId,
          displayableOrderDate,
          displayableOrderComment,
          shippingSpeedCategory,
          destinationAddress,
          fulfillmentAction,
          fulfillmentPolicy,
          shipFromCountryCode,
          notificationEmails,
          featureConstraints,
          items);
    }
  }
}
