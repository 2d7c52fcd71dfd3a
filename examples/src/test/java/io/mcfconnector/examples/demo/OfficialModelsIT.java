// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.http.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every request the clients send and every answer the simulators give while the demo runs, against
 * the platforms' official models.
 */
class OfficialModelsIT {

  private static final Path CONTRACTS =
      Path.of("..", "..", "shared", "contracts").toAbsolutePath().normalize();

  private final Map<String, OpenApiInteractionValidator> validators = new HashMap<>();

  @BeforeEach
  void needsOfficialModels() {
    assumeTrue(
        Files.isDirectory(CONTRACTS),
        "skipped: the official models are not beside the project (../shared/contracts)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-04", "2020-07-01"})
  void demo_everyExchange_fitsTheOfficialModels(String version) {
    try (SimulatedWorld world =
        new SimulatedWorld(event -> {}, Map.of("AMAZON_OUTBOUND_VERSION", version))) {
      Demo.play(world);

      Map<String, Integer> checked = new TreeMap<>();
      Stream.concat(world.amazon().exchanges().stream(), world.tiktok().exchanges().stream())
          .filter(exchange -> exchange.fault() == null && model(exchange) != null)
          .forEach(
              exchange -> {
                assertThat(problems(exchange)).as(exchange.operation()).isEmpty();
                checked.merge(exchange.operation(), 1, Integer::sum);
              });

      System.out.println("fit the official models on " + version + ": " + checked);
      assertThat(checked).hasSizeGreaterThanOrEqualTo(11);
    }
  }

  @Test
  void validator_spoiledAnswer_isNoticed() {
    try (SimulatedWorld world = new SimulatedWorld(event -> {})) {
      Demo.play(world);
      for (String operation : List.of("listOrders", "getInventorySummaries")) {
        Exchange exchange = world.amazon().exchanges(operation).get(0);

        assertThat(problems(spoiled(exchange))).as(operation).isNotEmpty();
      }
    }
  }

  private static Exchange spoiled(Exchange exchange) {
    Reply broken = Reply.json(200, "{\"orders\":{},\"payload\":[]}");
    return new Exchange(
        exchange.at(), exchange.operation(), exchange.request(), broken, exchange.fault());
  }

  private List<String> problems(Exchange exchange) {
    Request.Method method = Request.Method.valueOf(exchange.request().method());
    SimpleRequest.Builder request = new SimpleRequest.Builder(method, exchange.request().path());
    exchange.request().query().forEach(request::withQueryParam);
    exchange.request().headers().forEach(request::withHeader);
    if (!exchange.request().body().isEmpty()) {
      request.withBody(exchange.request().body());
    }
    Reply reply = Objects.requireNonNull(exchange.reply());
    SimpleResponse response =
        SimpleResponse.Builder.status(reply.status())
            .withContentType("application/json")
            .withBody(reply.body())
            .build();
    return validator(exchange).validate(request.build(), response).getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(ValidationReport.Message::toString)
        .toList();
  }

  private OpenApiInteractionValidator validator(Exchange exchange) {
    return validators.computeIfAbsent(String.valueOf(model(exchange)), OfficialModelsIT::load);
  }

  /** The file that describes an exchange; the token calls of both platforms are in none. */
  private static @Nullable String model(Exchange exchange) {
    String path = exchange.request().path();
    if (path.startsWith("/fba/outbound/")) {
      return "amazon/fulfillmentOutbound_2020-07-01.json";
    } else if (path.startsWith("/fulfillment/outbound/")) {
      return "amazon/fulfillmentOutbound_2026-07-04.json";
    } else if (path.startsWith("/fba/inventory/")) {
      return "amazon/fbaInventory.json";
    }
    String area = path.split("/", -1)[1];
    return Files.exists(CONTRACTS.resolve("tiktok/openapi/" + area + ".json"))
        ? "tiktok/openapi/" + area + ".json"
        : null;
  }

  private static OpenApiInteractionValidator load(String model) {
    try {
      // The validator takes the examples of Amazon's answers for media types and then checks
      // nothing.
      String text =
          Files.readString(CONTRACTS.resolve(model)).replace("\"examples\"", "\"x-examples\"");
      return OpenApiInteractionValidator.createForInlineApiSpecification(text)
          .withLevelResolver(
              LevelResolver.create()
                  // TikTok's files leave out the parameters that every signed call has.
                  .withLevel(
                      "validation.request.parameter.query.unexpected",
                      ValidationReport.Level.IGNORE)
                  .build())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
