// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.transport.Json;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a message. Whatever they are, nothing is thrown. */
final class WebhookReader {

  private static final Pattern ID = Pattern.compile("[0-9]{1,32}");
  private static final Pattern NOTIFICATION_ID = Pattern.compile("[\\x21-\\x7e]{1,100}");

  /** The last second that four digits of a year can name. */
  private static final long LATEST = 253_402_300_799L;

  private static final WebhookContent.Data NOTHING =
      Json.parse(WebhookContent.Data.class, "{}".getBytes(UTF_8)).orElseThrow();

  private WebhookReader() {}

  /** Returns what a message says; empty when it is none, or lacks what its kind needs. */
  static Optional<WebhookEvent> read(byte[] body) {
    return Json.parse(WebhookMessage.class, body)
        .flatMap(
            message ->
                // A kind we do not know may have members of other forms.
                event(
                    message,
                    Json.parse(WebhookContent.class, body)
                        .map(WebhookContent::data)
                        .orElse(NOTHING)));
  }

  private static Optional<WebhookEvent> event(WebhookMessage message, WebhookContent.Data data) {
    Instant made = time(message.timestamp());
    Integer type = message.type();
    if (made == null || type == null) {
      return Optional.empty();
    }
    Instant happened =
        Stream.of(data.updateTime(), data.createTime())
            .map(WebhookReader::time)
            .flatMap(Stream::ofNullable)
            .findFirst()
            .orElse(made);
    String shopId = matching(ID, message.shopId());
    ShopId shop = shopId == null ? null : ShopId.of(shopId);
    WebhookEvent.Head head = new WebhookEvent.Head(idOf(message, data), type, shop, happened);
    return switch (type) {
      case 1 ->
          ofOrder(
              head,
              data,
              order ->
                  new WebhookEvent.OrderStatusChanged(
                      head, order, data.orderStatus(), data.isOnHoldOrder()));
      case 3 -> ofOrder(head, data, order -> new WebhookEvent.AddressChanged(head, order));
      case 4 -> packages(head, data);
      case 11 ->
          ofOrder(
              head,
              data,
              order ->
                  new WebhookEvent.CancellationChanged(
                      head, order, data.cancelId(), data.cancellationsRole(), data.cancelStatus()));
      case 12 ->
          ofOrder(
              head,
              data,
              order ->
                  new WebhookEvent.ReturnChanged(
                      head,
                      order,
                      data.returnId(),
                      data.returnRole(),
                      data.returnType(),
                      data.returnStatus()));
      case 5, 15, 16, 18, 37 ->
          Optional.of(new WebhookEvent.ProductChanged(head, data.productId(), data.status()));
      case 6 -> Optional.of(new WebhookEvent.Deauthorized(head));
      case 7 ->
          Optional.of(new WebhookEvent.AuthorizationExpiring(head, time(data.expirationTime())));
      case 27 ->
          Optional.of(
              new WebhookEvent.StockLevelChanged(
                  head, data.productId(), data.skuId(), data.inventoryStatus()));
      default -> Optional.of(new WebhookEvent.Other(head));
    };
  }

  private interface OfOrder {
    WebhookEvent event(OrderId order);
  }

  private static Optional<WebhookEvent> ofOrder(
      WebhookEvent.Head head, WebhookContent.Data data, OfOrder kind) {
    String orderId = matching(ID, data.orderId());
    return head.shop() == null || orderId == null
        ? Optional.empty()
        : Optional.of(kind.event(OrderId.of(orderId)));
  }

  private static Optional<WebhookEvent> packages(WebhookEvent.Head head, WebhookContent.Data data) {
    List<OrderId> orders = new ArrayList<>();
    List<WebhookContent.@Nullable OrdersOfPackage> packages = data.packageList();
    if (head.shop() == null || packages == null) {
      return Optional.empty();
    }
    for (WebhookContent.OrdersOfPackage one : packages) {
      List<@Nullable String> ids = one == null ? null : one.orderIdList();
      for (String id : ids == null ? List.<@Nullable String>of() : ids) {
        String orderId = matching(ID, id);
        if (orderId == null) {
          return Optional.empty();
        }
        orders.add(OrderId.of(orderId));
      }
    }
    return Optional.of(
        new WebhookEvent.PackagesChanged(head, data.scType(), orders.stream().distinct().toList()));
  }

  /** Returns where to look because of an event; nowhere when it is about no order. */
  static List<Notice> notices(WebhookEvent event) {
    WebhookEvent.Head head = event.head();
    ShopId shop = head.shop();
    List<OrderId> orders = event.orders();
    if (shop == null) {
      return List.of();
    }
    return orders.stream()
        .<Notice>map(
            order ->
                new Notice.OrderChanged(
                    orders.size() == 1 ? head.id() : head.id() + "/" + order,
                    shop,
                    order,
                    head.at()))
        .toList();
  }

  /** What says the same about the same shop is the same, where TikTok does not number it. */
  private static String idOf(WebhookMessage message, WebhookContent.Data data) {
    String id = matching(NOTIFICATION_ID, message.notificationId());
    return id != null ? id : "tts/" + message.type() + "/" + sha256(message.shopId() + "\n" + data);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns a text of this form; {@code null} for any other. */
  private static @Nullable String matching(Pattern form, @Nullable String text) {
    return text != null && form.matcher(text).matches() ? text : null;
  }

  private static @Nullable Instant time(@Nullable Long seconds) {
    return seconds == null || seconds < 0 || seconds > LATEST
        ? null
        : Instant.ofEpochSecond(seconds);
  }
}
