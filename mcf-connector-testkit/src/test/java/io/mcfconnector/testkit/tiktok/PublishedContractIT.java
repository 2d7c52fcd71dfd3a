// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.mcfconnector.testkit.Contracts;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.http.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Holds what the simulator says against the files that TikTok publishes. */
class PublishedContractIT extends SimulatorTestBase {

  private final Map<String, OpenApiInteractionValidator> validators = new HashMap<>();

  @Test
  void answers_ofEveryOperation_fitTheContract() {
    SimulatedOrder shipped = added(samples.twoPackages());
    SimulatedOrder bundle = added(samples.bundle());
    SimulatedOrder cancelled = added(samples.onHold());
    added(samples.fulfilledByTikTok());
    simulator.cancel(cancelled.id());
    caller.get("/authorization/202309/shops");
    caller.post(SEARCH, "{\"update_time_ge\":1}", "page_size", "50");
    String packageId =
        ship(shipped, "1Z0000000000000001", AMAZON, lineId(shipped, 0)).text("data.package_id");
    ship(shipped, "TBA2", AMAZON, lineId(shipped, 1));
    ship(cancelled, "TBA3", AMAZON);
    caller.post(
        "/fulfillment/202309/packages/" + packageId + "/shipping_info/update",
        "{\"tracking_number\":\"TBA4\",\"shipping_provider_id\":\"" + AMAZON + "\"}");
    ship(bundle, "TBA5", AMAZON);
    caller.post(
        "/fulfillment/202309/orders/" + bundle.id() + "/shipping_info/update",
        "{\"tracking_number\":\"TBA6\",\"shipping_provider_id\":\"" + AMAZON + "\"}");
    caller.get(ORDERS, "ids", shipped.id() + "," + bundle.id() + "," + cancelled.id());
    caller.get("/logistics/202309/warehouses");
    String warehouse = SampleCatalogue.WAREHOUSE;
    caller.get("/logistics/202309/warehouses/" + warehouse + "/delivery_options");
    caller.get("/logistics/202309/delivery_options/7311000000000000101/shipping_providers");
    caller.post("/product/202502/products/search", "{\"status\":\"ACTIVATE\"}", "page_size", "9");
    caller.post(
        "/product/202309/inventory/search",
        "{\"sku_ids\":[\"" + SampleCatalogue.BOARD_LARGE + "\"]}");
    simulator.lockStock(SampleCatalogue.BOARD_LARGE);
    caller.post(
        "/product/202309/products/1731100000000000001/inventory/update",
        "{\"skus\":[{\"id\":\""
            + SampleCatalogue.BOARD_LARGE
            + "\",\"inventory\":[{\"warehouse_id\":\""
            + warehouse
            + "\",\"quantity\":1}]}]}");

    List<Exchange> exchanges = simulator.exchanges();

    assertThat(exchanges).extracting(Exchange::operation).doesNotContain("unknown");
    assertThat(exchanges.stream().map(Exchange::operation).distinct()).hasSize(12);
    assertThat(exchanges)
        .allSatisfy(exchange -> assertThat(problems(exchange)).as(exchange.operation()).isEmpty());
  }

  private List<String> problems(Exchange exchange) {
    String area = exchange.request().path().split("/", -1)[1];
    OpenApiInteractionValidator validator =
        validators.computeIfAbsent(area, PublishedContractIT::validator);
    Request.Method method = Request.Method.valueOf(exchange.request().method());
    SimpleRequest.Builder request =
        method == Request.Method.GET
            ? SimpleRequest.Builder.get(exchange.request().path())
            : SimpleRequest.Builder.post(exchange.request().path());
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
    return validator.validate(request.build(), response).getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(ValidationReport.Message::toString)
        .toList();
  }

  private static OpenApiInteractionValidator validator(String area) {
    return OpenApiInteractionValidator.createFor(
            Contracts.file("tiktok/openapi/" + area + ".json").toUri().toString())
        .withLevelResolver(
            LevelResolver.create()
                // Parameters of every signed call are not repeated in the files.
                .withLevel(
                    "validation.request.parameter.query.unexpected", ValidationReport.Level.IGNORE)
                .build())
        .build();
  }
}
