// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.mcfconnector.OrderRouter;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.jdbc.DataKey;
import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.PackageScript;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application between both simulators, in real time. */
class ShopApplicationIT {

  private static final List<String> STOCK =
      List.of("FBA-MUG-BLUE", "FBA-MUG-WHITE", "FBA-BOARD-L", "FBA-BOARD-S");

  @TempDir private Path folder;

  private final CountDownLatch shipped = new CountDownLatch(1);
  private TikTokShopSimulator tiktok;
  private SellingPartnerSimulator amazon;

  @BeforeEach
  void startPlatforms() {
    tiktok = TikTokShopSimulator.builder(Clock.systemUTC()).start();
    amazon = SellingPartnerSimulator.start(Clock.systemUTC());
    STOCK.forEach(msku -> amazon.stock(msku, 500));
    amazon.script(
        OrderScript.normal()
            .planningAfter(Duration.ZERO)
            .processingAfter(Duration.ZERO)
            .amazonNumberAfter(Duration.ZERO)
            .packages(
                PackageScript.shippedAfter(Duration.ofSeconds(1)).numberAfter(Duration.ZERO)));
  }

  @AfterEach
  void stopPlatforms() {
    tiktok.close();
    amazon.close();
  }

  @Test
  void application_threePropertiesAndSecrets_routesAnOrderAndStopsCleanly() throws Exception {
    SimulatedOrder order = SampleOrders.seeded(3).plain();
    tiktok.add(order);
    HikariDataSource dataSource;
    OrderRouter router;

    try (ConfigurableApplicationContext context = start()) {
      assertThat(shipped.await(60, TimeUnit.SECONDS)).isTrue();

      router = context.getBean(OrderRouter.class);
      dataSource = context.getBean(HikariDataSource.class);
      Health health =
          Objects.requireNonNull(
              context.getBean("mcfHealthIndicator", HealthIndicator.class).health());
      assertThat(health.getStatus().getCode()).isIn("UP", "DEGRADED");
      assertThat(
              context
                  .getBean(MeterRegistry.class)
                  .get("mcf.orders.moved")
                  .tag("state", "SHIPPED")
                  .counter()
                  .count())
          .isEqualTo(1);
    }

    assertThat(amazon.orders()).hasSize(1);
    assertThatThrownBy(router::runDue).isInstanceOf(IllegalStateException.class);
    assertThat(dataSource.isClosed()).isTrue();
    assertThat(stored(order)).returns(RoutingState.SHIPPED, RoutingRecord::state);
  }

  @Test
  void properties_areThree() throws IOException {
    assertThat(Files.readAllLines(Path.of("src/main/resources/application.properties"))).hasSize(3);
  }

  private ConfigurableApplicationContext start() {
    SpringApplication application = ShopApplication.application();
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean("shippedLatch", RouterListener.class, () -> this::watch));
    return application.run(
        // In place of the environment, which a test cannot set.
        "--mcf.data-key=" + DataKey.generate().toBase64(),
        "--mcf.tiktok.app-key=" + tiktok.appKey(),
        "--mcf.tiktok.app-secret=" + tiktok.appSecret(),
        "--mcf.tiktok.refresh-token=" + tiktok.refreshToken(),
        "--mcf.amazon.client-id=" + amazon.clientId(),
        "--mcf.amazon.client-secret=" + amazon.clientSecret(),
        "--mcf.amazon.refresh-token=" + amazon.refreshToken(),
        // Where the simulators are, and that nobody has a minute to wait.
        "--mcf.tiktok.api-base-url=" + tiktok.url(),
        "--mcf.tiktok.auth-base-url=" + tiktok.url(),
        "--mcf.amazon.api-base-url=" + amazon.url(),
        "--mcf.amazon.lwa-url=" + amazon.lwaUrl(),
        "--mcf.order-poll-interval=1s",
        "--mcf.tracking-sync-interval=1s",
        "--spring.datasource.url=jdbc:sqlite:" + folder.resolve("orders.db"));
  }

  private void watch(RouterEvent event) {
    if (event instanceof RouterEvent.StateChanged moved && moved.to() == RoutingState.SHIPPED) {
      shipped.countDown();
    }
  }

  /** The file's lock is free and its orders are there, for another process. */
  private RoutingRecord stored(SimulatedOrder order) {
    try (HikariDataSource again = new HikariDataSource()) {
      again.setJdbcUrl("jdbc:sqlite:" + folder.resolve("orders.db"));
      try (JdbcDatabase database = JdbcDatabase.openForReading(again)) {
        return database.orderStore().find(OrderId.of(order.id())).orElseThrow();
      }
    }
  }
}
