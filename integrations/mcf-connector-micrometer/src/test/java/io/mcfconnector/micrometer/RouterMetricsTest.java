// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Health;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouterMetricsTest {

  private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
  private static final OrderId ORDER = OrderId.of("576461413038785752");
  private static final ShopId SHOP = ShopId.of("7496100000000000777");

  private final MockClock time = new MockClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, time);
  private final RouterMetrics metrics = RouterMetrics.on(registry);

  /** A router that only tells its health. */
  private static OrderRouter router(Supplier<Health> health) {
    return (OrderRouter)
        Proxy.newProxyInstance(
            RouterMetricsTest.class.getClassLoader(),
            new Class<?>[] {OrderRouter.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("health")) {
                return health.get();
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private static Health health(Health.@Nullable Unplaced oldest, Health.Reason... reasons) {
    return new Health(
        NOW,
        List.of(reasons),
        new Health.Orders(
            Map.of(SHOP, NOW.minusSeconds(90)), oldest, 3, Map.of(ReviewCode.UNMAPPED_SKU, 2)),
        List.of(
            new Health.Run(
                Duty.PLACE, "A2SELLER", Duration.ofSeconds(30), NOW.minusSeconds(20), null),
            new Health.Run(Duty.SWEEP, "A2SELLER", Duration.ofMinutes(5), null, null)),
        List.of(new Health.Authorization("A2SELLER", NOW.plus(Duration.ofDays(2)))));
  }

  private static Health.Reason reason(Health.Cause cause) {
    return new Health.Reason(cause, "place/A2SELLER", null);
  }

  private double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  private double gauge(String name, String... tags) {
    return registry.get(name).tags(tags).gauge().value();
  }

  private double seconds(String name, String... tags) {
    return registry.get(name).tags(tags).timeGauge().value(TimeUnit.SECONDS);
  }

  private static List<RouterEvent> oneOfEachWithTags() {
    ReviewNote note =
        new ReviewNote(ReviewCode.UNMAPPED_SKU, "Map it.", Map.of(), NOW, RoutingState.RECEIVED);
    return List.of(
        new RouterEvent.StateChanged(NOW, ORDER, null, RoutingState.HELD, "on hold"),
        new RouterEvent.ReviewRaised(NOW, ORDER, note),
        new RouterEvent.StepFailed(NOW, ORDER, new StoreException("the disk is full")),
        new RouterEvent.DutyFailed(
            NOW,
            Duty.INTAKE,
            "TTS/" + SHOP,
            ApiException.builder("findChanged", FailureKind.THROTTLED).build()));
  }

  @Test
  void onEvent_eachKind_isCountedWithItsTags() {
    oneOfEachWithTags().forEach(metrics::onEvent);
    metrics.onEvent(
        new RouterEvent.StateChanged(NOW, ORDER, RoutingState.HELD, RoutingState.READY, "free"));
    metrics.onEvent(new RouterEvent.StepFailed(NOW, ORDER, new IllegalStateException("a bug")));

    assertThat(count("mcf.events", "event", "StateChanged")).isEqualTo(2);
    assertThat(count("mcf.events", "event", "DutyFailed")).isEqualTo(1);
    assertThat(count("mcf.orders.moved", "state", "HELD")).isEqualTo(1);
    assertThat(count("mcf.orders.moved", "state", "READY")).isEqualTo(1);
    assertThat(count("mcf.reviews.raised", "code", "UNMAPPED_SKU")).isEqualTo(1);
    assertThat(count("mcf.steps.failed", "problem", "STORE")).isEqualTo(1);
    assertThat(count("mcf.steps.failed", "problem", "OTHER")).isEqualTo(1);
    assertThat(count("mcf.duties.failed", "duty", "INTAKE", "problem", "THROTTLED")).isEqualTo(1);
  }

  @Test
  void onEvent_kindWithoutTags_isCountedByItsName() {
    metrics.onEvent(
        new RouterEvent.DeadlineAtRisk(NOW, ORDER, RoutingState.READY, NOW.plusSeconds(60)));

    assertThat(count("mcf.events", "event", "DeadlineAtRisk")).isEqualTo(1);
  }

  @Test
  void watch_healthyRouter_showsItsFigures() {
    metrics.watch(router(() -> health(new Health.Unplaced(ORDER, NOW.minusSeconds(600), null))));

    assertThat(gauge("mcf.health")).isEqualTo(2);
    assertThat(gauge("mcf.orders.at.risk")).isEqualTo(3);
    assertThat(gauge("mcf.reviews", "code", "UNMAPPED_SKU")).isEqualTo(2);
    assertThat(gauge("mcf.reviews", "code", "OUT_OF_STOCK")).isZero();
    assertThat(seconds("mcf.orders.unplaced.age")).isEqualTo(600);
    assertThat(seconds("mcf.intake.lag", "shop", SHOP.value())).isEqualTo(90);
    assertThat(seconds("mcf.duties.age", "duty", "PLACE", "account", "A2SELLER")).isEqualTo(20);
    assertThat(seconds("mcf.duties.age", "duty", "SWEEP", "account", "A2SELLER")).isNaN();
    assertThat(seconds("mcf.authorizations.left", "account", "A2SELLER")).isEqualTo(2 * 86_400.0);
  }

  @Test
  void watch_nothingUnplaced_showsNoAge() {
    metrics.watch(router(() -> health(null)));

    assertThat(seconds("mcf.orders.unplaced.age")).isZero();
  }

  @Test
  void watch_worseVerdict_lowersTheFigure() {
    metrics.watch(router(() -> health(null, reason(Health.Cause.DUTY_FAILING))));
    assertThat(gauge("mcf.health")).isEqualTo(1);

    registry.clear();
    metrics.watch(
        router(
            () -> health(null, reason(Health.Cause.DUTY_FAILING), reason(Health.Cause.DUTY_LATE))));
    assertThat(gauge("mcf.health")).isZero();
  }

  @Test
  void watch_manyGauges_readTheHealthOnceInTenSeconds() {
    AtomicInteger reads = new AtomicInteger();
    metrics.watch(
        router(
            () -> {
              reads.incrementAndGet();
              return health(null);
            }));

    gauge("mcf.health");
    time.add(Duration.ofMillis(9_999));
    gauge("mcf.orders.at.risk");
    assertThat(reads).hasValue(1);

    time.add(Duration.ofMillis(1));
    gauge("mcf.health");
    gauge("mcf.orders.at.risk");
    assertThat(reads).hasValue(2);
  }

  @Test
  void watch_storeCannotBeRead_showsThatAndRecovers() {
    List<Health> answers = new ArrayList<>();
    metrics.watch(
        router(
            () -> {
              if (answers.isEmpty()) {
                throw new StoreException("the database is down");
              }
              return answers.get(0);
            }));

    assertThat(gauge("mcf.health")).isZero();
    assertThat(gauge("mcf.orders.at.risk")).isNaN();
    assertThat(registry.find("mcf.duties.age").meter()).isNull();

    answers.add(health(null));
    time.add(Duration.ofSeconds(10));
    assertThat(gauge("mcf.health")).isEqualTo(2);
    assertThat(seconds("mcf.duties.age", "duty", "PLACE", "account", "A2SELLER")).isEqualTo(20);
  }

  @Test
  void meters_areThoseOfTheDocumentation() throws IOException {
    oneOfEachWithTags().forEach(metrics::onEvent);
    metrics.watch(router(() -> health(null)));

    Stream<String> made =
        registry.getMeters().stream().map(Meter::getId).map(RouterMetricsTest::row).distinct();

    assertThat(made).containsExactlyInAnyOrderElementsOf(documented());
  }

  @Test
  void tags_holdNoOrderAndFewValues() {
    oneOfEachWithTags().forEach(metrics::onEvent);
    metrics.watch(router(() -> health(new Health.Unplaced(ORDER, NOW, null))));

    assertThat(registry.getMeters().stream().flatMap(meter -> meter.getId().getTags().stream()))
        .extracting(Tag::getValue)
        .noneMatch(value -> value.contains(ORDER.value()))
        .noneMatch(value -> value.contains(" "));
  }

  private static String row(Meter.Id id) {
    String tags = id.getTags().stream().map(Tag::getKey).sorted().collect(Collectors.joining(", "));
    String type = id.getType() == Meter.Type.COUNTER ? "counter" : "gauge";
    return id.getName() + " | " + type + " | " + tags;
  }

  private static List<String> documented() throws IOException {
    Pattern row =
        Pattern.compile("^\\| `(mcf\\.[a-z.]+)` \\| (counter|gauge)[^|]* \\| ([^|]*) \\|.*");
    return Files.readAllLines(Path.of("../../docs/metrics.md")).stream()
        .map(row::matcher)
        .filter(Matcher::matches)
        .map(
            found ->
                found.group(1)
                    + " | "
                    + found.group(2)
                    + " | "
                    + Stream.of(found.group(3).replace("`", "").strip().split(", *"))
                        .filter(tag -> !tag.equals("–"))
                        .sorted()
                        .collect(Collectors.joining(", ")))
        .toList();
  }
}
