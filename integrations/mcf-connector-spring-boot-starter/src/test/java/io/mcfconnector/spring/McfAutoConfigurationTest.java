// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.jdbc.ClusterTaskScheduler;
import io.mcfconnector.jdbc.DataCipher;
import io.mcfconnector.jdbc.DataKey;
import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.micrometer.RouterMetrics;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.CarrierMapper;
import io.mcfconnector.spi.MixedCartPolicy;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.RoutingPolicy;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.spi.TokenStore;
import io.mcfconnector.store.InMemoryOrderStore;
import io.mcfconnector.store.InMemoryTokenStore;
import io.mcfconnector.validation.OrderValidator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What the starter makes of properties and beans; nothing is called, since nothing is started. */
class McfAutoConfigurationTest {

  private static final DataKey KEY = DataKey.generate();

  @TempDir private Path folder;

  private final Map<String, String> properties =
      new TreeMap<>(
          Map.ofEntries(
              entry("mcf.auto-startup", "false"),
              entry("mcf.data-key", KEY.toBase64()),
              entry("mcf.tiktok.app-key", "app-key"),
              entry("mcf.tiktok.app-secret", "canary-app-secret"),
              entry("mcf.tiktok.refresh-token", "canary-tiktok-refresh"),
              entry("mcf.tiktok.shop-id", "7496100000000000777"),
              entry("mcf.amazon.client-id", "client"),
              entry("mcf.amazon.client-secret", "canary-client-secret"),
              entry("mcf.amazon.refresh-token", "canary-amazon-refresh"),
              entry("mcf.amazon.seller-id", "A2SELLER")));

  private ApplicationContextRunner application() throws IOException {
    Path mapping = folder.resolve("skus.csv");
    Files.writeString(mapping, "seller_sku,msku,quantity\nMUG,FBA-MUG,1\n");
    properties.putIfAbsent("mcf.sku-mapping-file", mapping.toString());
    properties.putIfAbsent("spring.datasource.url", "jdbc:sqlite:" + folder.resolve("orders.db"));
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                DataSourceAutoConfiguration.class,
                McfAutoConfiguration.class,
                McfHealthAutoConfiguration.class,
                McfMetricsAutoConfiguration.class,
                McfSanitizingAutoConfiguration.class))
        .withPropertyValues(
            properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
  }

  @Test
  void properties_complete_makeARouterOnTheDataSource() throws IOException {
    application()
        .run(
            context -> {
              assertThat(context).hasSingleBean(OrderRouter.class);
              assertThat(context).hasSingleBean(JdbcDatabase.class);
              assertThat(context.getBean(TaskScheduler.class).getClass().getSimpleName())
                  .isEqualTo("InProcessTaskScheduler");
              assertThat(context.getBean(OrderRouter.class).reviews()).isEmpty();
              assertThat(context.getBean(RouterLifecycle.class).isRunning()).isFalse();
            });
    assertThat(folder.resolve("orders.db")).isNotEmptyFile();
  }

  @Test
  void properties_missing_areAllNamedAsProperties() throws IOException {
    List.of("app-key", "app-secret", "refresh-token", "shop-id")
        .forEach(name -> properties.remove("mcf.tiktok." + name));
    assertThat(problems())
        .contains(
            "mcf.tiktok.app-key",
            "mcf.tiktok.app-secret",
            "mcf.tiktok.refresh-token",
            "mcf.tiktok.shop-id")
        .doesNotContain("TIKTOK_", "canary");
  }

  @Test
  void properties_malformed_areNamedAndNotQuoted() throws IOException {
    properties.put("mcf.amazon.outbound-version", "canary");
    properties.put("mcf.amazon.outbound-read-version", "canary");
    properties.put("mcf.amazon.aws-access-key", "canary");

    assertThat(problems())
        .contains(
            "mcf.amazon.outbound-version",
            "mcf.amazon.outbound-read-version",
            "mcf.amazon.aws-secret-key")
        .doesNotContain("AMAZON_", "canary");
  }

  @Test
  void dataKey_missingOrMalformed_isToldAndNotQuoted() throws IOException {
    properties.put("mcf.data-key", "canary");
    assertThat(problems()).contains("mcf.data-key", "32 bytes").doesNotContain("canary");

    properties.remove("mcf.data-key");
    assertThat(problems()).contains("mcf.data-key is required");
  }

  @Test
  void skuMapping_missing_isTold() throws IOException {
    properties.put("mcf.sku-mapping-file", " ");

    assertThat(problems()).contains("mcf.sku-mapping-file is required", "SkuMapper");
  }

  /** Returns what a start that fails tells. */
  private String problems() throws IOException {
    List<String> told = new ArrayList<>();
    application()
        .run(
            context -> {
              Throwable failure = Objects.requireNonNull(context.getStartupFailure());
              assertThat(failure).hasRootCauseInstanceOf(ConfigurationException.class);
              FailureAnalysis analysis =
                  Objects.requireNonNull(new ConfigurationFailureAnalyzer().analyze(failure));
              told.add(analysis.getDescription());
            });
    return told.get(0);
  }

  @Test
  void dataSource_postgres_isSharedByManyNodes() {
    assertThat(new StoreConfiguration().mcfTaskScheduler(databaseNamed("PostgreSQL")))
        .isInstanceOf(ClusterTaskScheduler.class);
    assertThat(new StoreConfiguration().mcfTaskScheduler(databaseNamed("SQLite")))
        .isNotInstanceOf(ClusterTaskScheduler.class);
  }

  @Test
  void dataSource_unreachable_isTold() {
    DataSource down =
        stub(
            DataSource.class,
            () -> {
              throw new SQLException("connection refused");
            });

    assertThatThrownBy(() -> new StoreConfiguration().mcfTaskScheduler(down))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("spring.datasource");
  }

  private static DataSource databaseNamed(String product) {
    DatabaseMetaData metaData = stub(DatabaseMetaData.class, () -> product);
    Connection connection =
        (Connection)
            Proxy.newProxyInstance(
                McfAutoConfigurationTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                    method.getName().equals("getMetaData") ? metaData : null);
    return stub(DataSource.class, () -> connection);
  }

  /** Answers each question with the same. */
  private static <T> T stub(Class<T> type, Callable<Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            McfAutoConfigurationTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.call()));
  }

  @Test
  void migrate_off_leavesTheDatabaseAlone() throws IOException {
    properties.put("mcf.migrate", "false");

    application()
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("JdbcDatabase.migrate"));
  }

  @Test
  void formerKey_opensWhatItSealed() throws IOException {
    AccountId account = AccountId.of("amazon/A2SELLER");
    Tokens tokens = Tokens.of(new RefreshToken("a refresh token"));
    application()
        .run(context -> context.getBean(TokenStore.class).update(account, stored -> tokens));
    DataKey next = DataKey.generate();
    properties.put("mcf.data-key", next.toBase64());
    application().run(context -> assertThat(context).hasFailed());

    properties.put("mcf.former-data-keys", KEY.toBase64());
    application()
        .run(
            context ->
                assertThat(context.getBean(TokenStore.class).find(account)).contains(tokens));
  }

  @Test
  void beansOfTheApplication_goBeforeThoseOfTheStarter() throws IOException {
    OrderStore store = new InMemoryOrderStore();
    TokenStore tokens = new InMemoryTokenStore();
    TaskScheduler scheduler = TaskScheduler.inProcess();
    SkuMapper mapper = SkuMapper.identity();
    properties.remove("mcf.data-key");
    properties.put("mcf.sku-mapping-file", "nowhere.csv");

    application()
        .withBean(OrderStore.class, () -> store)
        .withBean(TokenStore.class, () -> tokens)
        .withBean(TaskScheduler.class, () -> scheduler)
        .withBean(SkuMapper.class, () -> mapper)
        .withBean(DataCipher.class, () -> DataCipher.aesGcm(KEY))
        .run(
            context -> {
              assertThat(context).hasSingleBean(OrderRouter.class);
              assertThat(context).doesNotHaveBean(JdbcDatabase.class);
              assertThat(context.getBean(OrderStore.class)).isSameAs(store);
              assertThat(context.getBean(TaskScheduler.class)).isSameAs(scheduler);
              assertThat(context.getBean(SkuMapper.class)).isSameAs(mapper);
            });
  }

  @Test
  void optionalBeans_areAskedForOnce() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Supplier<RoutingPolicy> policy =
        () -> {
          asked.incrementAndGet();
          return RoutingPolicy.allOrders();
        };

    application()
        .withBean(CarrierMapper.class, CarrierMapper::byName)
        .withBean(RoutingPolicy.class, policy)
        .withBean(MixedCartPolicy.class, MixedCartPolicy::allOrReview)
        .withBean(OrderValidator.class, OrderValidator::new)
        .withBean(
            OrderRouterCustomizer.class,
            () ->
                builder -> {
                  asked.incrementAndGet();
                  builder.hold(Duration.ofDays(30));
                })
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("hold must be at most 72 hours"));
    assertThat(asked).hasValue(2);
  }

  @Test
  void health_withActuator_isShown() throws IOException {
    application()
        .run(
            context -> {
              Health health =
                  Objects.requireNonNull(context.getBean(HealthIndicator.class).health());
              assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
              assertThat(health.getDetails())
                  .containsOnlyKeys("reasons", "intakeLag", "atRisk", "reviews");
              assertThat(health.getDetails().get("reasons"))
                  .asString()
                  .contains("DUTY_NOT_RUN: place/amazon/A2SELLER");
            });
  }

  @Test
  void health_switchedOff_isNotShown() throws IOException {
    properties.put("management.health.mcf.enabled", "false");

    application().run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  @Test
  void metrics_withRegistry_areBound() throws IOException {
    application()
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .run(
            context -> {
              assertThat(context).hasSingleBean(RouterMetrics.class);
              assertThat(context.getBeansOfType(RouterListener.class)).hasSize(1);
              MeterRegistry registry = context.getBean(MeterRegistry.class);
              assertThat(registry.get("mcf.health").gauge().value()).isEqualTo(1);
              assertThat(registry.get("mcf.duties.age").tag("duty", "SWEEP").timeGauge())
                  .isNotNull();
            });
  }

  @Test
  void metrics_withoutRegistryOrModule_areNotThere() throws IOException {
    application().run(context -> assertThat(context).doesNotHaveBean(RouterMetrics.class));
    application()
        .withClassLoader(new FilteredClassLoader(RouterMetrics.class, HealthIndicator.class))
        .run(context -> assertThat(context).hasSingleBean(OrderRouter.class));
  }

  @Test
  void secrets_areInNoText() throws IOException {
    application()
        .run(
            context -> {
              McfProperties bound = context.getBean(McfProperties.class);
              assertThat(bound.toString() + bound.tiktok() + bound.amazon())
                  .contains("7496100000000000777", "A2SELLER")
                  .doesNotContain("canary", KEY.toBase64());
            });
  }

  @Test
  void secrets_areSanitizedHoweverTheyAreSpelled() throws IOException {
    application()
        .run(
            context -> {
              SanitizingFunction sanitizing = context.getBean(SanitizingFunction.class);
              String shown =
                  Stream.of(
                          "mcf.data-key",
                          "MCF_DATA_KEY",
                          "MCF_DATAKEY",
                          "mcf.former-data-keys[0]",
                          "MCF_FORMER_DATA_KEYS_0",
                          "mcf.formerDataKeys",
                          "mcf.tiktok.app-secret",
                          "mcf.tiktok.access-token",
                          "MCF_TIKTOK_REFRESH_TOKEN",
                          "mcf.amazon.client-secret",
                          "mcf.amazon.refreshToken",
                          "mcf.amazon.aws-secret-key",
                          "mcf.tiktok.shop-id",
                          "spring.datasource.url")
                      .map(key -> new SanitizableData(null, key, key))
                      .map(sanitizing::apply)
                      .map(SanitizableData::getValue)
                      .filter(value -> !SanitizableData.SANITIZED_VALUE.equals(value))
                      .map(String::valueOf)
                      .collect(Collectors.joining(","));
              assertThat(shown).isEqualTo("mcf.tiktok.shop-id,spring.datasource.url");
            });
  }
}
