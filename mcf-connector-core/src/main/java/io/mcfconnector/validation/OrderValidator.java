// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.Party;
import io.mcfconnector.model.ReviewCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells everything that forbids to ship an order, and throws nothing. Thread-safe.
 *
 * <p>It judges the order as it will be sent: the destination is normalized first by the same {@link
 * AddressNormalizer} that the sender uses, so it does not matter whether the given order was
 * normalized before.
 *
 * <p>Whether an order may go <em>now</em> is no question of validity: status, holds and requests to
 * cancel pass here and are the router's to judge. So a pre-order is valid, but waits for its
 * status. Sample, replacement, exchange and gift units ship like others.
 */
public final class OrderValidator {

  /** Countries that are supported unless others are named. */
  private static final Set<String> DEFAULT_COUNTRIES = Set.of("US");

  private static final Map<OrderTrait, String> UNSUPPORTED =
      new TreeMap<>(
          Map.of(
              OrderTrait.COLLECTION_POINT,
              "the buyer collects it at a point, where the network does not deliver",
              OrderTrait.PRESCRIPTION,
              "it contains goods that need a prescription",
              OrderTrait.DANGEROUS_GOODS,
              "it contains dangerous goods",
              OrderTrait.CASH_ON_DELIVERY,
              "it is paid on delivery, which the network does not collect",
              OrderTrait.UNKNOWN_KIND,
              "this version does not know its kind"));

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
    checkKind(order, violations);
    checkLineItems(order, violations);
    Address destination = order.destination();
    if (destination == null) {
      violations.add(AddressValidator.hidden());
    } else {
      violations.addAll(addresses.validate(destination));
    }
    return new ValidationResult(violations);
  }

  private static void checkKind(Order order, List<Violation> violations) {
    if (order.fulfilledBy() != Party.SELLER) {
      violations.add(unsupported("fulfilledBy", "the seller does not store and pack it"));
    }
    if (order.shippedBy() != Party.SELLER) {
      violations.add(unsupported("shippedBy", "the seller does not choose its carrier"));
    }
    UNSUPPORTED.forEach(
        (trait, reason) -> {
          if (order.is(trait)) {
            violations.add(unsupported("traits", reason));
          }
        });
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
