// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import io.mcfconnector.OrderRouter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Shows the router's health, when the application shows its own. */
@AutoConfiguration(
    after = McfAutoConfiguration.class,
    beforeName =
        "org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration")
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(OrderRouter.class)
final class McfHealthAutoConfiguration {

  @Bean
  @ConditionalOnEnabledHealthIndicator("mcf")
  @ConditionalOnMissingBean(name = "mcfHealthIndicator")
  HealthIndicator mcfHealthIndicator(OrderRouter router) {
    return new RouterHealthIndicator(router);
  }
}
