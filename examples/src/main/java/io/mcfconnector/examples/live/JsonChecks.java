// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.CheckUp;
import io.mcfconnector.ShadowReport;
import io.mcfconnector.ShadowReport.PlannedOrder;
import io.mcfconnector.ShadowReport.PlannedStock;
import io.mcfconnector.ShadowReport.PlannedTracking;
import io.mcfconnector.model.Backlog;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.Health;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was checked and counted, as JSON for scripts. Holds no buyer data and no secret. */
final class JsonChecks {

  private JsonChecks() {}

  static String checkUp(CheckUp checkUp) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", checkUp.at().toString());
    json.put("good", checkUp.isGood());
    json.put("findings", checkUp.findings().stream().map(JsonChecks::finding).toList());
    return JsonReport.write(json);
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("check", finding.check().name());
    json.put("verdict", finding.verdict().name());
    json.put("about", finding.about());
    json.put("found", finding.found());
    json.put("remedy", finding.remedy());
    return json;
  }

  static String shadow(ShadowReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", report.at().toString());
    json.put("complete", report.failures().isEmpty());
    json.put("orders", report.orders().stream().map(JsonChecks::planned).toList());
    json.put("tracking", report.tracking().stream().map(JsonChecks::planned).toList());
    json.put("stock", report.stock().stream().map(JsonChecks::planned).toList());
    json.put("granted", report.granted().stream().map(OrderId::value).toList());
    json.put("failures", report.failures());
    return JsonReport.write(json);
  }

  private static Map<String, Object> planned(PlannedOrder order) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("orderId", order.orderId().value());
    json.put("outcome", order.outcome().name());
    json.put("fulfillmentOrderId", order.fulfillmentOrderId().value());
    Map<String, Integer> units = new TreeMap<>();
    order.units().forEach((msku, count) -> units.put(msku.value(), count));
    json.put("units", units);
    JsonReport.putUnlessNull(json, "speed", order.speed());
    JsonReport.putUnlessNull(json, "review", order.review());
    json.put("why", order.why());
    return json;
  }

  private static Map<String, Object> planned(PlannedTracking tracking) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("orderId", tracking.orderId().value());
    json.put("units", tracking.units());
    json.put("number", tracking.number().toString());
    json.put("provider", tracking.provider().toString());
    json.put("correction", tracking.correction());
    return json;
  }

  private static Map<String, Object> planned(PlannedStock stock) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sku", stock.sku().id().value());
    json.put("warehouse", stock.warehouse());
    json.put("shown", stock.shown());
    json.put("wanted", stock.wanted());
    return json;
  }

  static Map<String, Object> health(Health health) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", health.at().toString());
    json.put("verdict", health.verdict().name());
    json.put("reasons", health.reasons().stream().map(JsonChecks::reason).toList());
    json.put("atRisk", health.orders().atRisk());
    json.put("reviews", counted(health.orders().reviews()));
    json.put("duties", health.runs().stream().map(JsonChecks::run).toList());
    return json;
  }

  private static Map<String, Integer> counted(Map<ReviewCode, Integer> reviews) {
    return reviews.entrySet().stream()
        .collect(
            Collectors.toMap(
                one -> one.getKey().name(), Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  private static Map<String, Object> reason(Health.Reason reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cause", reason.cause().name());
    json.put("subject", reason.subject());
    JsonReport.putUnlessNull(json, "at", reason.at());
    return json;
  }

  private static Map<String, Object> run(Health.Run run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("duty", run.duty().name());
    json.put("account", run.account());
    JsonReport.putUnlessNull(json, "succeededAt", run.succeededAt());
    Health.Failure failure = run.failure();
    if (failure != null) {
      json.put("failedAt", failure.at().toString());
      json.put("trouble", failure.trouble().name());
    }
    return json;
  }

  static Map<String, Object> backlog(Backlog backlog) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", backlog.at().toString());
    json.put("ready", backlog.waiting().ready());
    json.put("placing", backlog.waiting().placing());
    json.put("held", backlog.waiting().held());
    json.put("heldWithoutEnd", backlog.waiting().openEnd());
    JsonReport.putUnlessNull(json, "clearAt", backlog.clearAt());
    json.put("toShip", backlog.dispatch().orders());
    json.put("late", backlog.dispatch().late());
    json.put("willBeLate", backlog.dispatch().willBeLate());
    return json;
  }
}
