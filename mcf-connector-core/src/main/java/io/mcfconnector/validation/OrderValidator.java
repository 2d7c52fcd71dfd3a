// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.ReviewCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells everything about the units and the destination of an order that forbids to ship it, and
 * throws nothing. Thread-safe.
 *
 * <p>It judges the order as it will be sent: the destination is normalized first by the same {@link
 * AddressNormalizer} that the sender uses, so it does not matter whether the given order was
 * normalized before.
 *
 * <p>Whose order it is, whether it may go now and whether its kind is served is no question of
 * validity: the router judges that by its rules of eligibility.
 */
public final class OrderValidator {

  /** Countries that are supported unless others are named. */
  private static final Set<String> DEFAULT_COUNTRIES = Set.of("US");

  private final AddressValidator addresses;

  /** Creates a validator for destinations in the US. */
  public OrderValidator() {
    this(DEFAULT_COUNTRIES);
  }

  /**
   * Creates a validator.
   *
   * @param countries ISO 3166-1 alpha-2 codes of the countries the network delivers to; what is
   *     checked for each is in {@code docs/addresses.md}, and all but {@code US} are experimental
   */
  public OrderValidator(Set<String> countries) {
    this(countries, Set.of());
  }

  /**
   * Creates a validator that also refuses kinds of places.
   *
   * @param countries as for {@link #OrderValidator(Set)}
   * @param refused what the network shall not deliver to; nothing unless named
   */
  public OrderValidator(Set<String> countries, Set<AddressTrait> refused) {
    this.addresses = new AddressValidator(countries, refused);
  }

  /** Returns all reasons why the order must not be shipped as it is. */
  public ValidationResult validate(Order order) {
    List<Violation> violations = new ArrayList<>();
    checkLineItems(order, violations);
    Address destination = order.destination();
    if (destination == null) {
      violations.add(AddressValidator.hidden());
    } else {
      violations.addAll(addresses.validate(destination));
    }
    return new ValidationResult(violations);
  }

  private static void checkLineItems(Order order, List<Violation> violations) {
    if (order.openLineItems().isEmpty()) {
      violations.add(unsupported("lineItems", "it has no unit that is still to ship"));
    }
    Set<LineItemId> seen = new HashSet<>();
    for (int i = 0; i < order.lineItems().size(); i++) {
      LineItem item = order.lineItems().get(i);
      if (!seen.add(item.id())) {
        violations.add(
            unsupported("lineItems[" + i + "].id", "two of its units have the id " + item.id()));
      }
    }
  }

  private static Violation unsupported(String path, String reason) {
    return new Violation(
        path,
        ReviewCode.UNSUPPORTED_ORDER,
        "This order cannot be routed: " + reason + ". Ship it by hand or cancel it.");
  }
}
