// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static io.mcfconnector.testkit.amazon.Bodies.ADDRESS;
import static io.mcfconnector.testkit.amazon.Bodies.line2020;
import static io.mcfconnector.testkit.amazon.Bodies.line2026;
import static io.mcfconnector.testkit.amazon.Bodies.order2020;
import static io.mcfconnector.testkit.amazon.Bodies.order2026;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import io.mcfconnector.testkit.MutableClock;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.http.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every answer against Amazon's official models. */
class ContractIT {

  private static final String INVENTORY =
      "/fba/inventory/v1/summaries?granularityType=Marketplace&granularityId=ATVPDKIKX0DER"
          + "&marketplaceIds=ATVPDKIKX0DER&details=true";
  private static final Instant START = Instant.parse("2026-09-01T14:00:00Z");

  private final MutableClock clock = MutableClock.at(START);
  private final SellingPartnerSimulator simulator =
      SellingPartnerSimulator.builder(clock).withoutQuota().pageSize(3).start();
  private Caller caller = Caller.authorized(simulator);

  @BeforeEach
  void stock() {
    for (String sku : List.of("MUG", "CUP", "JAR", "POT")) {
      simulator.stock(sku, 100);
    }
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void answers_throughWholeLives_matchTheOfficialModels() {
    Path models = models();
    OpenApiInteractionValidator v2020 = validator(models, "fulfillmentOutbound_2020-07-01.json");
    OpenApiInteractionValidator v2026 = validator(models, "fulfillmentOutbound_2026-07-04.json");
    OpenApiInteractionValidator inventory = validator(models, "fbaInventory.json");

    live();

    List<String> findings = new ArrayList<>();
    int answers = 0;
    for (Exchange exchange : simulator.exchanges()) {
      String path = exchange.request().path();
      if (path.startsWith("/fba/outbound/")) {
        findings.addAll(findings(v2020, exchange));
      } else if (path.startsWith("/fulfillment/outbound/")) {
        findings.addAll(findings(v2026, exchange));
      } else if (path.startsWith("/fba/inventory/")) {
        findings.addAll(findings(inventory, exchange));
      } else {
        continue;
      }
      answers++;
    }
    assertThat(findings).isEmpty();
    assertThat(answers).isGreaterThan(100);
  }

  @Test
  void validator_answerOfTheWrongShape_complains() {
    // A check is trusted once it was seen to fail.
    OpenApiInteractionValidator validator =
        validator(models(), "fulfillmentOutbound_2020-07-01.json");
    caller.post(Caller.V2020, order2020("A", line2020("L1", "MUG", 2)));
    caller.order2020("A");
    Exchange read = simulator.exchanges("getFulfillmentOrder").get(0);
    Reply reply = Objects.requireNonNull(read.reply());
    for (String spoiled :
        List.of(
            reply.body().replace("\"quantity\":2", "\"quantity\":\"2\""),
            reply.body().replace("Received", "Somewhere"),
            reply.body().replace("\"receivedDate\"", "\"otherDate\""))) {
      Reply other = new Reply(200, reply.headers(), spoiled);
      assertThat(
              findings(
                  validator,
                  new Exchange(read.at(), read.operation(), read.request(), other, null)))
          .as(spoiled)
          .isNotEmpty();
    }
  }

  private void live() {
    simulator.scriptFor(
        "SPLIT", OrderScript.normal().splitInto(2, Duration.ofHours(6), Duration.ofHours(9)));
    simulator.scriptFor("AGAIN", OrderScript.normal().replannedAfter(Duration.ofHours(1)));
    simulator.scriptFor("LOST", OrderScript.normal().missing("MUG", 1));
    simulator.scriptFor("NONE", OrderScript.normal().unfulfillable());
    simulator.scriptFor("BAD", OrderScript.normal().invalid());
    List<String> ids = List.of("PLAIN", "SPLIT", "AGAIN", "LOST", "NONE", "BAD", "STOP");
    for (String id : ids) {
      caller.post(Caller.V2020, order2020("O-" + id, line2020("L1", "MUG", 2)));
      caller.post(Caller.V2026 + "/orders", order2026(id, line2026("L1", "MUG", "2")));
    }
    refusals();
    caller.put(Caller.V2020 + "/O-STOP/cancel");
    caller.put(Caller.V2026 + "/orders/STOP/cancel");
    for (Duration time :
        List.of(
            Duration.ofMinutes(4),
            Duration.ofMinutes(31),
            Duration.ofMinutes(95),
            Duration.ofHours(7),
            Duration.ofHours(16),
            Duration.ofDays(4))) {
      clock.set(START.plus(time));
      caller = Caller.authorized(simulator);
      for (String id : ids) {
        caller.order2020(id);
        caller.order2026("O-" + id);
        caller.order2026(id);
      }
      caller.get(Caller.V2020 + "?queryStartDate=2026-09-01T14:00:00Z");
      caller.get(Caller.V2026 + "/orders?updatedAfter=2026-09-01T14:00:00Z");
      caller.get(INVENTORY);
      caller.get(INVENTORY + "&sellerSkus=MUG,NONE");
    }
    previews("MUG");
    simulator.stock("MUG", 0);
    previews("MUG");
  }

  private void refusals() {
    caller.post(Caller.V2020, order2020("O-PLAIN", line2020("L1", "MUG", 2)));
    caller.post(Caller.V2020, "{}");
    caller.post(Caller.V2026 + "/orders", "{}");
    caller.order2020("X");
    caller.order2026("X");
    caller.get(INVENTORY.replace("details=true", "details=x"));
    new Caller(simulator).get(Caller.V2020);
    new Caller(simulator).get(Caller.V2026 + "/orders");
  }

  private void previews(String sku) {
    caller.post(
        Caller.V2020 + "/preview",
        "{\"marketplaceId\":\"ATVPDKIKX0DER\",\"address\":%s,\"items\":[%s]}"
            .formatted(ADDRESS, line2020("L1", sku, 2)));
    String item = "{\"product\":{\"productIdentifier\":{\"amazonSku\":\"%s\"}},%s}";
    caller.post(
        Caller.V2026 + "/previews",
        "{\"destination\":{\"deliveryAddress\":%s},\"lineItems\":[%s]}"
            .formatted(
                ADDRESS, item.formatted(sku, "\"amount\":{\"unit\":\"EACHES\",\"value\":\"2\"}")));
  }

  private static List<String> findings(OpenApiInteractionValidator validator, Exchange exchange) {
    Reply reply = Objects.requireNonNull(exchange.reply());
    SimpleResponse response =
        SimpleResponse.Builder.status(reply.status())
            .withContentType("application/json")
            .withBody(reply.body())
            .build();
    String path = exchange.request().path();
    Request.Method method = Request.Method.valueOf(exchange.request().method());
    List<ValidationReport> reports = new ArrayList<>();
    reports.add(validator.validateResponse(path, method, response));
    if (reply.status() < 300) {
      SimpleRequest.Builder request =
          new SimpleRequest.Builder(method, path)
              .withContentType("application/json")
              .withBody(exchange.request().body());
      exchange.request().query().forEach(request::withQueryParam);
      reports.add(validator.validateRequest(request.build()));
    }
    return reports.stream()
        .flatMap(report -> report.getMessages().stream())
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(Message::getMessage)
        .map(message -> exchange.operation() + " " + reply.status() + ": " + message)
        .toList();
  }

  /** Renames examples: the validator takes them for media types and then checks no body. */
  private static OpenApiInteractionValidator validator(Path models, String name) {
    try {
      String model = Files.readString(models.resolve(name));
      return OpenApiInteractionValidator.createForInlineApiSpecification(
              model.replace("\"examples\"", "\"x-examples\""))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The official models lie beside the project where it is developed, and nowhere else. */
  private static Path models() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolve("shared/contracts/amazon");
      if (Files.isDirectory(found)) {
        return found;
      }
    }
    assumeTrue(false, "the official models are not here: shared/contracts/amazon");
    throw new IllegalStateException();
  }
}
