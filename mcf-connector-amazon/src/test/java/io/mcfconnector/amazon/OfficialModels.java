// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.http.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The models that Amazon publishes. They lie beside the project, where it is developed. */
final class OfficialModels {

  static final String V2020 = "fulfillmentOutbound_2020-07-01.json";
  static final String V2026 = "fulfillmentOutbound_2026-07-04.json";
  static final String INVENTORY = "fbaInventory.json";
  static final String NOTIFICATIONS = "notifications.json";
  static final List<String> ALL = List.of(V2020, V2026, INVENTORY, NOTIFICATIONS);

  private static final Pattern OPERATION = Pattern.compile("\"operationId\"\\s*:\\s*\"(\\w+)\"");
  private static final Map<String, OpenApiInteractionValidator> VALIDATORS =
      new ConcurrentHashMap<>();

  private OfficialModels() {}

  /** Returns the model that knows a path. */
  static Optional<String> of(String path) {
    if (path.startsWith("/fba/outbound/2020-07-01/")) {
      return Optional.of(V2020);
    }
    if (path.startsWith("/fulfillment/outbound/2026-07-04/")) {
      return Optional.of(V2026);
    }
    if (path.startsWith("/fba/inventory/v1/")) {
      return Optional.of(INVENTORY);
    }
    return path.startsWith("/notifications/v1/") ? Optional.of(NOTIFICATIONS) : Optional.empty();
  }

  /** Returns the operations of a model. */
  static List<String> operations(String model) {
    Matcher matcher = OPERATION.matcher(text(model));
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** Returns what is wrong with a request and its answer. */
  static List<String> findings(Exchange exchange) {
    Reply reply = Objects.requireNonNull(exchange.reply());
    String path = exchange.request().path();
    OpenApiInteractionValidator validator = validator(of(path).orElseThrow());
    Request.Method method = Request.Method.valueOf(exchange.request().method());
    SimpleRequest.Builder request = new SimpleRequest.Builder(method, path);
    exchange.request().query().forEach(request::withQueryParam);
    exchange.request().headers().forEach(request::withHeader);
    if (!exchange.request().body().isEmpty()) {
      request.withBody(exchange.request().body());
    }
    SimpleResponse.Builder response = SimpleResponse.Builder.status(reply.status());
    if (!reply.body().isEmpty()) {
      response.withContentType("application/json").withBody(reply.body());
    }
    List<String> findings = new ArrayList<>();
    collect(
        findings, exchange.operation() + " request", validator.validateRequest(request.build()));
    collect(
        findings,
        exchange.operation() + " " + reply.status(),
        validator.validateResponse(path, method, response.build()));
    return findings;
  }

  /**
   * Renames examples, which the validator takes for media types and then checks no answer; and says
   * "anything" in the one way in which the validator understands it.
   */
  static OpenApiInteractionValidator validator(String model) {
    return VALIDATORS.computeIfAbsent(
        model,
        name ->
            OpenApiInteractionValidator.createForInlineApiSpecification(
                    text(name)
                        .replace("\"examples\"", "\"x-examples\"")
                        .replaceAll(
                            "\"additionalProperties\"\\s*:\\s*\\{\\s*}",
                            "\"additionalProperties\": true"))
                .build());
  }

  private static void collect(List<String> findings, String what, ValidationReport report) {
    report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(Message::getMessage)
        .forEach(message -> findings.add(what + ": " + message));
  }

  private static String text(String name) {
    Path start = Path.of("").toAbsolutePath();
    Optional<Path> file =
        Stream.iterate(start, dir -> dir != null, Path::getParent)
            .map(dir -> dir.resolve("shared/contracts/amazon").resolve(name))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(file.isPresent(), "skipped: no shared/contracts/amazon/" + name + " found");
    try {
      return Files.readString(file.orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
