// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.TrackingNumber;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single values of wire records as values of our model. */
public final class Wire {

  private Wire() {}

  /** Returns a value that the typed API has checked to be there. */
  public static <T> T checked(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the typed API lets no answer pass that lacks this");
    }
    return value;
  }

  /** Returns an array that may be missing. */
  public static <T> List<T> list(@Nullable List<T> array) {
    return array == null ? List.of() : array;
  }

  /** Returns a number of units that may be missing. */
  public static int units(@Nullable Integer quantity) {
    return quantity == null ? 0 : Math.max(0, quantity);
  }

  /** Returns the carrier, if one is named. */
  public static @Nullable CarrierCode carrier(@Nullable String code) {
    return code == null || code.isBlank() ? null : CarrierCode.of(code);
  }

  /** Returns the tracking number, if there is one. */
  public static @Nullable TrackingNumber trackingNumber(@Nullable String number) {
    return number == null || number.isBlank() ? null : TrackingNumber.of(number);
  }

  /** Returns a time, if one is given in a form that can be read. */
  public static @Nullable Instant time(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null; // Times of Amazon only inform; a strange one must not hide the order.
    }
  }

  /** Returns the id if we can have made it; other tools give ids that we do not allow. */
  public static Optional<FulfillmentOrderId> ourId(String id) {
    try {
      return Optional.of(FulfillmentOrderId.of(id));
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }
}
