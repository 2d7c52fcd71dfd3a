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
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds what the simulator says against the files that TikTok publishes.
 *
 * <p>Not checked, since no published file has them: {@link #UNPUBLISHED}. Two calls are only
 * checked with their refusal, since they have no success in the US: {@code shipPackage}, {@code
 * splitOrder}.
 */
class PublishedContractIT extends SimulatorTestBase {

  private static final Set<String> UNPUBLISHED =
      Set.of("getToken", "refreshToken", "getActiveShops", "getSellerStatus");

  private final Map<String, OpenApiInteractionValidator> validators = new HashMap<>();

  @Override
  TikTokShopSimulator.Builder configure(TikTokShopSimulator.Builder builder) {
    return builder.cancelRejectOffered();
  }

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

    readMore(shipped, packageId);
    cancelAndReturn(shipped);
    keepReferencesAndWebhooks(shipped);
    caller.call("DELETE", "/authorization/202403/shops", Map.of(), "");

    List<Exchange> exchanges = simulator.exchanges();

    assertThat(exchanges).extracting(Exchange::operation).doesNotContain("unknown");
    Set<String> published =
        Arrays.stream(Route.values())
            .map(Route::operation)
            .filter(operation -> !UNPUBLISHED.contains(operation))
            .collect(Collectors.toSet());
    assertThat(exchanges.stream().map(Exchange::operation).collect(Collectors.toSet()))
        .isEqualTo(published);
    assertThat(exchanges)
        .allSatisfy(exchange -> assertThat(problems(exchange)).as(exchange.operation()).isEmpty());
  }

  private void readMore(SimulatedOrder shipped, String packageId) {
    caller.get("/order/202507/orders", "ids", shipped.id());
    caller.get("/order/202407/orders/" + shipped.id() + "/price_detail");
    caller.post("/fulfillment/202309/packages/search", "{\"update_time_ge\":1}", "page_size", "1");
    caller.get("/fulfillment/202309/packages/" + packageId);
    caller.get("/fulfillment/202309/orders/" + shipped.id() + "/tracking");
    caller.get("/fulfillment/202508/tts_tracking_validation", "tracking_number", "TBA4");
    caller.get("/fulfillment/202309/orders/split_attributes", "order_ids", shipped.id());
    caller.post(
        "/fulfillment/202309/orders/" + shipped.id() + "/split",
        "{\"splittable_groups\":[{\"id\":\"a\",\"order_line_item_ids\":[\""
            + lineId(shipped, 0)
            + "\"]}]}");
    caller.post(
        "/fulfillment/202309/packages/" + packageId + "/ship",
        "{\"self_shipment\":{\"tracking_number\":\"TBA9\",\"shipping_provider_id\":\""
            + AMAZON
            + "\"}}");
    caller.get("/product/202309/products/1731100000000000003");
    caller.post(
        "/logistics/202502/warehouses",
        "{\"warehouse\":{\"name\":\"East\",\"type\":\"SALES_WAREHOUSE\",\"address\":"
            + "{\"region\":\"US\",\"address_line_1\":\"1 Example Way\"}}}");
  }

  private void cancelAndReturn(SimulatedOrder shipped) {
    SimulatedOrder rejected = added(samples.plain());
    SimulatedOrder approved = added(samples.plain());
    SimulatedOrder ours = added(samples.plain());
    pass(Duration.ofHours(2));
    simulator.requestCancel(rejected.id());
    simulator.requestCancel(approved.id());
    String search = "/return_refund/202309/cancellations/search";
    Caller.Answer open = caller.post(search, "{\"cancel_types\":[\"BUYER_CANCEL\"]}");
    assertThat(open.list("data.cancellations")).hasSize(2);
    String cases = "/return_refund/202309/cancellations/";
    String reject = open.text("data.cancellations.0.cancel_id");
    caller.get("/return_refund/202309/reject_reasons", "return_or_cancel_id", reject);
    caller.post(
        cases + reject + "/reject",
        "{\"reject_reason\":\"seller_reject_apply_product_has_been_packed\"}",
        "idempotency_key",
        "a");
    caller.post(
        cases + open.text("data.cancellations.1.cancel_id") + "/approve",
        "",
        "idempotency_key",
        "b");
    caller.post(
        "/return_refund/202309/cancellations",
        "{\"order_id\":\""
            + ours.id()
            + "\",\"cancel_reason\":\"seller_cancel_reason_wrong_price\"}");
    caller.post(search, "", "page_size", "2", "sort_field", "update_time");
    pass(Duration.ofDays(5));
    simulator.requestReturn(shipped.id());
    Caller.Answer returns = caller.post("/return_refund/202309/returns/search", "");
    assertThat(returns.list("data.return_orders")).hasSize(1);
  }

  private void keepReferencesAndWebhooks(SimulatedOrder order) {
    String add = "/order/202406/orders/external_orders";
    String reference =
        "{\"orders\":[{\"id\":\"%s\",\"external_order\":{\"id\":\"TTS-1\",\"platform\":\"AMAZON\","
            + "\"line_items\":[{\"id\":\"TTS-1-A\",\"origin_id\":\"%s\"}]}}]}";
    caller.post(add, String.format(reference, order.id(), lineId(order, 0)));
    assertThat(caller.post(add, String.format(reference, "1", "2")).list("data.errors")).hasSize(1);
    caller.get("/order/202406/orders/" + order.id() + "/external_orders", "platform", "AMAZON");
    Caller.Answer found =
        caller.post(
            "/order/202406/orders/external_order_search",
            "",
            "platform",
            "AMAZON",
            "external_order_id",
            "TTS-1");
    assertThat(found.text("data.orders.0.id")).isEqualTo(order.id());
    String hook =
        "{\"event_type\":\"ORDER_STATUS_CHANGE\",\"address\":\"https://hooks.example.com/t\"}";
    caller.call("PUT", "/event/202309/webhooks", Map.of(), hook);
    assertThat(caller.get("/event/202309/webhooks").list("data.webhooks")).hasSize(1);
    caller.call(
        "DELETE", "/event/202309/webhooks", Map.of(), "{\"event_type\":\"ORDER_STATUS_CHANGE\"}");
  }

  private List<String> problems(Exchange exchange) {
    String area = exchange.request().path().split("/", -1)[1];
    OpenApiInteractionValidator validator =
        validators.computeIfAbsent(area, PublishedContractIT::validator);
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
