// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.webhook;

import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShopId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What TikTok said happened, of a message whose signature is right. Texts are TikTok's own words
 * and may be absent. It may be old, repeated, or overtaken: for looking at, not for acting on.
 * Holds no buyer data.
 */
public sealed interface WebhookEvent {

  /** Returns what all kinds have. */
  Head head();

  /** Returns the orders it is about; their state is what the shop says when it is asked. */
  default List<OrderId> orders() {
    return List.of();
  }

  /**
   * What all kinds have.
   *
   * @param id the message's id, the same when it is repeated; derived when TikTok gives none
   * @param type number of its kind
   * @param shop which shop it is about; absent in some kinds
   * @param at when it happened, or when the message was made
   */
  record Head(String id, int type, @Nullable ShopId shop, Instant at) {}

  /** Type 1: an order is new or moved on. */
  record OrderStatusChanged(
      Head head, OrderId order, @Nullable String status, @Nullable Boolean onHold)
      implements WebhookEvent {

    @Override
    public List<OrderId> orders() {
      return List.of(order);
    }
  }

  /** Type 3: an order goes to another address. */
  record AddressChanged(Head head, OrderId order) implements WebhookEvent {

    @Override
    public List<OrderId> orders() {
      return List.of(order);
    }
  }

  /** Type 4: packages of orders were combined, split or parted again. */
  record PackagesChanged(Head head, @Nullable String change, List<OrderId> orders)
      implements WebhookEvent {

    /** Copies the list. */
    public PackagesChanged {
      orders = List.copyOf(orders);
    }
  }

  /** Type 11: a cancellation was asked for, granted, rejected or taken back. */
  record CancellationChanged(
      Head head,
      OrderId order,
      @Nullable String cancellationId,
      @Nullable String role,
      @Nullable String status)
      implements WebhookEvent {

    @Override
    public List<OrderId> orders() {
      return List.of(order);
    }
  }

  /** Type 12: a return was asked for or moved on. */
  record ReturnChanged(
      Head head,
      OrderId order,
      @Nullable String returnId,
      @Nullable String role,
      @Nullable String kind,
      @Nullable String status)
      implements WebhookEvent {

    @Override
    public List<OrderId> orders() {
      return List.of(order);
    }
  }

  /** Types 5, 15, 16, 18 and 37: a product is new or changed. */
  record ProductChanged(Head head, @Nullable String productId, @Nullable String status)
      implements WebhookEvent {}

  /** Type 27: the stock of a SKU runs low, out, or is enough again. */
  record StockLevelChanged(
      Head head, @Nullable String productId, @Nullable String skuId, @Nullable String status)
      implements WebhookEvent {}

  /** Type 6: the seller withdrew the authorization; only the seller can give it again. */
  record Deauthorized(Head head) implements WebhookEvent {}

  /** Type 7: the authorization ends soon; only the seller can renew it. */
  record AuthorizationExpiring(Head head, @Nullable Instant expiresAt) implements WebhookEvent {}

  /** Any other type, or one of those above without orders whose content cannot be read. */
  record Other(Head head) implements WebhookEvent {}
}
