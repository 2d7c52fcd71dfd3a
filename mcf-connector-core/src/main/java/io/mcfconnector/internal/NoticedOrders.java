// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.spi.SalesChannel;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the orders that a shop told of by itself. */
final class NoticedOrders {

  /** As many as a channel reads in one call. */
  private static final int BATCH = 50;

  private final SalesChannel channel;
  private final Shops shops;
  private final Inboxes inboxes;

  NoticedOrders(SalesChannel channel, Shops shops, Inboxes inboxes) {
    this.channel = channel;
    this.shops = shops;
    this.inboxes = inboxes;
  }

  /**
   * Hands the noticed orders, as they are now, to {@code take}.
   *
   * @param poll when the shop was polled last; {@code null} = never
   * @return whether there were any notices
   */
  boolean follow(DutyRun intake, @Nullable Instant poll, Consumer<OrderPage> take) {
    return inboxes.follow(
        intake,
        Notice.OrderChanged.class,
        BATCH,
        poll,
        notices -> read(Inboxes.distinct(notices, Notice.OrderChanged::order), take));
  }

  private void read(List<OrderId> ids, Consumer<OrderPage> take) {
    OrderPage page;
    try {
      page = channel.findOrders(ids);
    } catch (ApiException problem) {
      refused(ids, problem, take);
      return;
    }
    take.accept(page);
  }

  /** One id that the channel refuses must not hide the others, nor be asked for ever. */
  private void refused(List<OrderId> ids, ApiException problem, Consumer<OrderPage> take) {
    if (problem.isRetryable()
        || problem.isUncertain()
        || problem.kind() == FailureKind.AUTHORIZATION_LOST) {
      throw problem;
    }
    if (ids.size() > 1) {
      ids.forEach(id -> read(List.of(id), take));
      return;
    }
    ids.forEach(
        id ->
            shops.reportUnreadable(
                channel.shop(),
                new OrderPage(
                    List.of(),
                    List.of(
                        new OrderPage.UnreadableOrder(id, String.valueOf(problem.getMessage()))),
                    null)));
  }
}
