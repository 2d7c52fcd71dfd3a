// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingState;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Prints what happens while it happens, and remembers when orders were seen and shipped. */
final class DemoProgress implements RouterListener {

  private final PrintStream out;
  private final Instant start;
  private final Map<OrderId, Instant> seen = new ConcurrentHashMap<>();
  private final Map<OrderId, Instant> shipped = new ConcurrentHashMap<>();

  DemoProgress(PrintStream out, Instant start) {
    this.out = out;
    this.start = start;
  }

  @Override
  public void onEvent(RouterEvent event) {
    if (event instanceof RouterEvent.StateChanged moved) {
      moved(moved);
    } else if (event instanceof RouterEvent.ShipmentConfirmed confirmed) {
      int units = confirmed.parcel().lineItems().size();
      line(
          event,
          confirmed.orderId(),
          "tracking",
          confirmed.parcel().parcel().trackingNumber()
              + (units == 1 ? " for 1 unit" : " for " + units + " units"));
    } else if (event instanceof RouterEvent.StepFailed failed) {
      line(event, failed.orderId(), "again", String.valueOf(failed.problem().getMessage()));
    } else if (event instanceof RouterEvent.DutyFailed failed) {
      out.println(time(event.at()) + "  " + failed.duty() + " failed: " + failed.problem());
    }
  }

  /** Returns the time from first sight to the last confirmed unit. */
  Optional<Duration> timeTaken(OrderId orderId) {
    Instant from = seen.get(orderId);
    Instant to = shipped.get(orderId);
    return from == null || to == null ? Optional.empty() : Optional.of(Duration.between(from, to));
  }

  private void moved(RouterEvent.StateChanged moved) {
    if (moved.from() == null) {
      seen.put(moved.orderId(), moved.at());
      return;
    }
    if (moved.to() == RoutingState.SHIPPED) {
      shipped.put(moved.orderId(), moved.at());
    }
    line(moved, moved.orderId(), moved.to().name(), moved.reason());
  }

  private void line(RouterEvent event, OrderId orderId, String what, String text) {
    out.printf("%s  %s  %-10s %s%n", time(event.at()), orderId, what, text);
  }

  private String time(Instant at) {
    Duration passed = Duration.between(start, at);
    return String.format(
        "day %d %02d:%02d:%02d",
        passed.toDays() + 1, passed.toHoursPart(), passed.toMinutesPart(), passed.toSecondsPart());
  }
}
