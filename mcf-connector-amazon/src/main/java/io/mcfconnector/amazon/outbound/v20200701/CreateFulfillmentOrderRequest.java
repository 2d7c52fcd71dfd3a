// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import io.mcfconnector.amazon.outbound.AmazonAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks Amazon to ship ({@code CreateFulfillmentOrderRequest}).
 *
 * @param marketplaceId the marketplace; Amazon does not require it, but guesses without it
 * @param sellerFulfillmentOrderId our id, at most 40 characters; required
 * @param displayableOrderId the order number the recipient sees, at most 40 characters; required
 * @param displayableOrderDate the order date the recipient sees, ISO 8601; required
 * @param displayableOrderComment the text the recipient sees, at most 750 characters; required
 * @param shippingSpeedCategory {@code Standard}, {@code Expedited} or {@code Priority}; required
 * @param fulfillmentAction {@code Ship} or {@code Hold}
 * @param fulfillmentPolicy {@code FillOrKill}, {@code FillAll} or {@code FillAllAvailable}
 * @param destinationAddress where it goes; required
 * @param items at most 100 lines and 250 units; required
 * @param deliveryWindow when it should arrive; only with {@code ScheduledDelivery}
 * @param deliveryPreferences wishes for the delivery; Japan
 * @param codSettings what is paid on delivery; Japan
 * @param shipFromCountryCode the country it ships from, two letters
 * @param notificationEmails who gets Amazon's mails, at most 64 characters each; Amazon mails the
 *     buyer then
 * @param featureConstraints special wishes; they cannot be changed later
 * @param paymentInformation its payments; required in India
 */
public record CreateFulfillmentOrderRequest(
    @Nullable String marketplaceId,
    @Nullable String sellerFulfillmentOrderId,
    @Nullable String displayableOrderId,
    @Nullable String displayableOrderDate,
    @Nullable String displayableOrderComment,
    @Nullable String shippingSpeedCategory,
    @Nullable String fulfillmentAction,
    @Nullable String fulfillmentPolicy,
    @Nullable AmazonAddress destinationAddress,
    @Nullable List<CreateFulfillmentOrderItem> items,
    @Nullable DeliveryWindow deliveryWindow,
    @Nullable DeliveryPreferences deliveryPreferences,
    @Nullable CodSettings codSettings,
    @Nullable String shipFromCountryCode,
    @Nullable List<String> notificationEmails,
    @Nullable List<FeatureSettings> featureConstraints,
    @Nullable List<PaymentInformation> paymentInformation) {

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of a {@link CreateFulfillmentOrderRequest}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String marketplaceId;
    private @Nullable String sellerFulfillmentOrderId;
    private @Nullable String displayableOrderId;
    private @Nullable String displayableOrderDate;
    private @Nullable String displayableOrderComment;
    private @Nullable String shippingSpeedCategory;
    private @Nullable String fulfillmentAction;
    private @Nullable String fulfillmentPolicy;
    private @Nullable AmazonAddress destinationAddress;
    private @Nullable List<CreateFulfillmentOrderItem> items;
    private @Nullable DeliveryWindow deliveryWindow;
    private @Nullable DeliveryPreferences deliveryPreferences;
    private @Nullable CodSettings codSettings;
    private @Nullable String shipFromCountryCode;
    private @Nullable List<String> notificationEmails;
    private @Nullable List<FeatureSettings> featureConstraints;
    private @Nullable List<PaymentInformation> paymentInformation;

    private Builder() {}

    /** Sets the marketplace. */
    public Builder marketplaceId(@Nullable String marketplaceId) {
      this.marketplaceId = marketplaceId;
      return this;
    }

    /** Sets our id; required. */
    public Builder sellerFulfillmentOrderId(@Nullable String sellerFulfillmentOrderId) {
      this.sellerFulfillmentOrderId = sellerFulfillmentOrderId;
      return this;
    }

    /** Sets the order number the recipient sees; required. */
    public Builder displayableOrderId(@Nullable String displayableOrderId) {
      this.displayableOrderId = displayableOrderId;
      return this;
    }

    /** Sets the order date the recipient sees; required. */
    public Builder displayableOrderDate(@Nullable String displayableOrderDate) {
      this.displayableOrderDate = displayableOrderDate;
      return this;
    }

    /** Sets the text the recipient sees; required. */
    public Builder displayableOrderComment(@Nullable String displayableOrderComment) {
      this.displayableOrderComment = displayableOrderComment;
      return this;
    }

    /** Sets the shipping speed; required. */
    public Builder shippingSpeedCategory(@Nullable String shippingSpeedCategory) {
      this.shippingSpeedCategory = shippingSpeedCategory;
      return this;
    }

    /** Sets whether Amazon ships at once. */
    public Builder fulfillmentAction(@Nullable String fulfillmentAction) {
      this.fulfillmentAction = fulfillmentAction;
      return this;
    }

    /** Sets what happens when units are missing. */
    public Builder fulfillmentPolicy(@Nullable String fulfillmentPolicy) {
      this.fulfillmentPolicy = fulfillmentPolicy;
      return this;
    }

    /** Sets where it goes; required. */
    public Builder destinationAddress(@Nullable AmazonAddress destinationAddress) {
      this.destinationAddress = destinationAddress;
      return this;
    }

    /** Sets what to ship; required. */
    public Builder items(@Nullable List<CreateFulfillmentOrderItem> items) {
      this.items = items;
      return this;
    }

    /** Sets when it should arrive; only with {@code ScheduledDelivery}. */
    public Builder deliveryWindow(@Nullable DeliveryWindow deliveryWindow) {
      this.deliveryWindow = deliveryWindow;
      return this;
    }

    /** Sets wishes for the delivery; Japan. */
    public Builder deliveryPreferences(@Nullable DeliveryPreferences deliveryPreferences) {
      this.deliveryPreferences = deliveryPreferences;
      return this;
    }

    /** Sets what is paid on delivery; Japan. */
    public Builder codSettings(@Nullable CodSettings codSettings) {
      this.codSettings = codSettings;
      return this;
    }

    /** Sets the country it ships from, two letters. */
    public Builder shipFromCountryCode(@Nullable String shipFromCountryCode) {
      this.shipFromCountryCode = shipFromCountryCode;
      return this;
    }

    /** Sets who gets Amazon's mails, at most 64 characters each; Amazon mails the buyer then. */
    public Builder notificationEmails(@Nullable List<String> notificationEmails) {
      this.notificationEmails = notificationEmails;
      return this;
    }

    /** Sets special wishes; they cannot be changed later. */
    public Builder featureConstraints(@Nullable List<FeatureSettings> featureConstraints) {
      this.featureConstraints = featureConstraints;
      return this;
    }

    /** Sets its payments; required in India. */
    public Builder paymentInformation(@Nullable List<PaymentInformation> paymentInformation) {
      this.paymentInformation = paymentInformation;
      return this;
    }

    /** Returns the record. */
    public CreateFulfillmentOrderRequest build() {
      return new CreateFulfillmentOrderRequest(
          marketplaceId,
          sellerFulfillmentOrderId,
          displayableOrderId,
          displayableOrderDate,
          displayableOrderComment,
          shippingSpeedCategory,
          fulfillmentAction,
          fulfillmentPolicy,
          destinationAddress,
          items,
          deliveryWindow,
          deliveryPreferences,
          codSettings,
          shipFromCountryCode,
          notificationEmails,
          featureConstraints,
          paymentInformation);
    }
  }
}
