// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.Samples.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.mcfconnector.model.Msku;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every request we send and every answer our tests use, held against the models that Amazon
 * publishes. They lie beside the project, in {@code shared/contracts/amazon}.
 */
final class OfficialModelIT {

  private static final String V2020 = OfficialModels.V2020;
  private static final String V2026 = OfficialModels.V2026;
  private static final String INVENTORY = OfficialModels.INVENTORY;
  private static final String ORDER_2020 =
      "/fba/outbound/2020-07-01/fulfillmentOrders/TTS-576460752303423488";
  private static final String ORDER_2026 =
      "/fulfillment/outbound/2026-07-04/orders/TTS-576460752303423488";
  private static final String STOCK = "/fba/inventory/v1/summaries";
  private static final String EMPTY_INVENTORY =
      "{\"payload\":{\"granularity\":{},\"inventorySummaries\":[]}}";

  /** What our client calls, the answer it gets, and the model of both. */
  private record Exchange(
      String name, String model, int status, String answer, Consumer<SellingPartnerClient> call) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Exchange> exchanges() {
    return Stream.of(
        new Exchange("create 2020", V2020, 200, "{}", c -> network2020(c).create(Samples.order())),
        new Exchange(
            "create by hand 2020",
            V2020,
            200,
            "{}",
            c -> c.outbound20200701().createFulfillmentOrder(Requests.create20200701())),
        new Exchange(
            "read 2020",
            V2020,
            200,
            withoutUnmodeled(fixture("v20200701/order-planning.json")),
            c -> network2020(c).find(Samples.ID)),
        new Exchange(
            "list 2020",
            V2020,
            200,
            fixture("v20200701/orders-page2.json"),
            c ->
                network2020(c)
                    .findChanged(Instant.parse("2026-09-01T00:00:00.123Z"))
                    .forEach(change -> {})),
        new Exchange(
            "list next 2020",
            V2020,
            200,
            fixture("v20200701/orders-page1.json"),
            c -> c.outbound20200701().listAllFulfillmentOrders(Instant.EPOCH, "page+2/==")),
        new Exchange("cancel 2020", V2020, 200, "{}", c -> network2020(c).cancel(Samples.ID)),
        new Exchange(
            "preview 2020",
            V2020,
            200,
            fixture("v20200701/preview.json"),
            c -> c.outbound20200701().getFulfillmentPreview(Requests.preview20200701())),
        new Exchange(
            "create 2026",
            V2026,
            202,
            fixture("v20260704/accepted.json"),
            c -> network2026(c).create(Samples.order())),
        new Exchange(
            "create at once 2026",
            V2026,
            200,
            fixture("v20260704/order.json"),
            c -> network2026(c).create(Samples.order())),
        new Exchange(
            "read 2026",
            V2026,
            200,
            fixture("v20260704/order.json"),
            c -> network2026(c).find(Samples.ID)),
        new Exchange(
            "list 2026",
            V2026,
            200,
            fixture("v20260704/orders-page2.json"),
            c ->
                network2026(c)
                    .findChanged(Instant.parse("2026-09-01T00:00:00Z"))
                    .forEach(change -> {})),
        new Exchange(
            "list next 2026",
            V2026,
            200,
            fixture("v20260704/orders-page1.json"),
            c -> c.outbound20260704().listOrders(Instant.EPOCH, "next+page/==")),
        new Exchange("cancel 2026", V2026, 202, "{}", c -> network2026(c).cancel(Samples.ID)),
        new Exchange(
            "preview 2026",
            V2026,
            200,
            fixture("v20260704/preview.json"),
            c -> c.outbound20260704().getOrderPreview(Requests.preview20260704())),
        new Exchange(
            "inventory list",
            INVENTORY,
            200,
            fixture("inventory/summaries-page2.json"),
            c ->
                network2026(c)
                    .fulfillableUnits(List.of(Msku.of("MUG-RED-01"), Msku.of("A&B +\"é")))),
        new Exchange(
            "inventory one",
            INVENTORY,
            200,
            EMPTY_INVENTORY,
            c -> network2026(c).fulfillableUnits(List.of(Msku.of("LAMP,BLUE")))));
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void exchange_anyOperation_followsAmazonsModel(Exchange exchange) {
    OpenApiInteractionValidator model = validator(exchange.model);
    try (FakeAmazon amazon = new FakeAmazon();
        SellingPartnerClient client = amazon.client()) {
      amazon.answers(exchange.status, exchange.answer);

      exchange.call.accept(client);

      assertThat(amazon.calls()).hasSize(1);
      RecordedRequest request = amazon.calls().get(0);
      assertValid(model.validateRequest(request(request)));
      assertValid(
          model.validateResponse(
              request.getUrl().encodedPath(),
              Request.Method.valueOf(request.getMethod()),
              SimpleResponse.Builder.status(exchange.status)
                  .withContentType("application/json")
                  .withBody(exchange.answer)
                  .build()));
    }
  }

  @Test
  void fixtures_remainingAnswers_followAmazonsModel() {
    assertValid(answer(V2020, ORDER_2020, fixture("v20200701/order-two-packages.json")));
    assertValid(answer(INVENTORY, STOCK, fixture("inventory/summaries.json")));
  }

  @Test
  void validator_missingRequiredField_complains() {
    // A check is trusted once it was seen to fail.
    SimpleRequest request =
        SimpleRequest.Builder.post("/fba/outbound/2020-07-01/fulfillmentOrders")
            .withContentType("application/json")
            .withBody("{\"sellerFulfillmentOrderId\":\"TTS-1\"}")
            .build();

    assertThat(validator(V2020).validateRequest(request).hasErrors()).isTrue();
  }

  @Test
  void validator_spoiledAnswer_complains() {
    String order2020 = fixture("v20200701/order-two-packages.json");
    String order2026 = fixture("v20260704/order.json");
    String stock = fixture("inventory/summaries.json");

    assertSpoiled(V2020, ORDER_2020, order2020, "{]");
    assertSpoiled(V2020, ORDER_2020, order2020, order2020.replace("\"payload\"", "\"content\""));
    assertSpoiled(V2020, ORDER_2020, order2020, order2020.replace("\"receivedDate\"", "\"other\""));
    assertSpoiled(V2026, ORDER_2026, order2026, "{]");
    assertSpoiled(V2026, ORDER_2026, order2026, order2026.replace("\"orderId\"", "\"other\""));
    assertSpoiled(V2026, ORDER_2026, order2026, order2026.replace("\"PROCESSING\"", "7"));
    assertSpoiled(INVENTORY, STOCK, stock, "{]");
    assertSpoiled(
        INVENTORY, STOCK, stock, stock.replace("\"inventorySummaries\"", "\"summaries\""));
  }

  private static AmazonFulfillmentNetwork network2020(SellingPartnerClient client) {
    return AmazonFulfillmentNetwork.of(client, OutboundVersion.V2020_07_01);
  }

  private static AmazonFulfillmentNetwork network2026(SellingPartnerClient client) {
    return AmazonFulfillmentNetwork.of(client, OutboundVersion.V2026_07_04);
  }

  /** Amazon sends these two in production, but its model has neither. */
  private static String withoutUnmodeled(String answer) {
    return answer.replaceAll(",\\s*\"(email|primeUpgraded)\": \"[^\"]*\"", "");
  }

  private static ValidationReport answer(String model, String path, String body) {
    return validator(model)
        .validateResponse(
            path,
            Request.Method.GET,
            SimpleResponse.Builder.ok().withContentType("application/json").withBody(body).build());
  }

  private static void assertSpoiled(String model, String path, String whole, String spoiled) {
    assertThat(spoiled).isNotEqualTo(whole);
    assertThat(answer(model, path, spoiled).hasErrors()).as(spoiled).isTrue();
  }

  private static void assertValid(ValidationReport report) {
    assertThat(report.getMessages())
        .filteredOn(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .isEmpty();
  }

  private static SimpleRequest request(RecordedRequest recorded) {
    HttpUrl url = recorded.getUrl();
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(recorded.getMethod(), url.encodedPath());
    recorded.getHeaders().toMultimap().forEach((name, values) -> request.withHeader(name, values));
    url.queryParameterNames()
        .forEach(name -> request.withQueryParam(name, url.queryParameterValues(name)));
    String body = FakeAmazon.body(recorded);
    return body.isEmpty() ? request.build() : request.withBody(body).build();
  }

  private static OpenApiInteractionValidator validator(String model) {
    return OfficialModels.validator(model);
  }
}
