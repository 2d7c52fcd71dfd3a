// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.model.Health;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * The router's health as Spring's. {@code DEGRADED} is a status of its own, which answers with HTTP
 * 200 like {@code UP}. A store that cannot be read is {@code DOWN}.
 */
final class RouterHealthIndicator extends AbstractHealthIndicator {

  private final OrderRouter router;

  RouterHealthIndicator(OrderRouter router) {
    super("The router's health cannot be read");
    this.router = router;
  }

  @Override
  protected void doHealthCheck(org.springframework.boot.health.contributor.Health.Builder builder) {
    Health health = router.health();
    Map<String, String> intakeLag = new LinkedHashMap<>();
    health
        .orders()
        .seenUntil()
        .keySet()
        .forEach(
            shop ->
                health
                    .intakeLag(shop)
                    .ifPresent(lag -> intakeLag.put(shop.value(), lag.toString())));
    builder
        .status(new Status(health.verdict().name()))
        .withDetail("reasons", health.reasons().stream().map(Health.Reason::toString).toList())
        .withDetail("intakeLag", intakeLag)
        .withDetail("atRisk", health.orders().atRisk())
        .withDetail("reviews", health.orders().reviews());
  }
}
