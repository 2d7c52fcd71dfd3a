// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentPreview;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.ListedOrder;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderLimits;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.spi.FulfillmentNetwork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network account that is read, while what would be written is noted and goes nowhere. An order
 * that the network has already is refused as the network would. Thread-safe.
 */
public final class ShadowNetwork implements FulfillmentNetwork {

  private final FulfillmentNetwork real;
  private final Map<FulfillmentOrderId, ShippingSpeed> created =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<FulfillmentOrderId> cancelled =
      Collections.synchronizedList(new ArrayList<>());

  /** Creates the shadow of an account. */
  public ShadowNetwork(FulfillmentNetwork real) {
    this.real = real;
  }

  /** Returns the orders that would have been placed, each with its speed; no buyer data. */
  public Map<FulfillmentOrderId, ShippingSpeed> created() {
    synchronized (created) {
      return new LinkedHashMap<>(created);
    }
  }

  /** Returns the orders that would have been stopped. */
  public List<FulfillmentOrderId> cancelled() {
    return List.copyOf(cancelled);
  }

  @Override
  public void create(FulfillmentOrder order) {
    if (real.find(order.id()).isPresent()) {
      throw ApiException.builder("create", FailureKind.ALREADY_DONE)
          .detail("the network has an order of this id already; read it")
          .build();
    }
    created.put(order.id(), order.speed());
  }

  @Override
  public void cancel(FulfillmentOrderId id) {
    cancelled.add(id);
  }

  @Override
  public Optional<CallAllowance> createAllowance() {
    return Optional.empty(); // Nothing is created, so no quota is used up.
  }

  @Override
  public AccountId account() {
    return real.account();
  }

  @Override
  public Optional<Instant> authorizationEndsAt() {
    return real.authorizationEndsAt();
  }

  @Override
  public List<Finding> checkUp() {
    return real.checkUp();
  }

  @Override
  public OrderLimits orderLimits() {
    return real.orderLimits();
  }

  @Override
  public Optional<FulfillmentPreview> preview(FulfillmentOrder order) {
    return real.preview(order);
  }

  @Override
  public Optional<FulfillmentSnapshot> find(FulfillmentOrderId id) {
    return real.find(id);
  }

  @Override
  public Optional<FulfillmentSnapshot> findWithDelivery(FulfillmentOrderId id) {
    return real.findWithDelivery(id);
  }

  @Override
  public Stream<FulfillmentSnapshot.Change> findChanged(Instant since) {
    return real.findChanged(since);
  }

  @Override
  public Stream<ListedOrder> findNames(Instant since) {
    return real.findNames(since);
  }

  @Override
  public Map<Msku, Integer> fulfillableUnits(Collection<Msku> mskus) {
    return real.fulfillableUnits(mskus);
  }
}
