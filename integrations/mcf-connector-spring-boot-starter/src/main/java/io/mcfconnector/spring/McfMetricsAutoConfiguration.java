// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.micrometer.RouterMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** Gives the router's metrics to the application's registry, when it has one. */
@AutoConfiguration(
    after = McfAutoConfiguration.class,
    afterName =
        "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({MeterRegistry.class, RouterMetrics.class})
@ConditionalOnBean(OrderRouter.class)
@ConditionalOnSingleCandidate(MeterRegistry.class)
final class McfMetricsAutoConfiguration {

  /** A listener, so the router has it from the first event on. */
  @Bean
  @ConditionalOnMissingBean
  RouterMetrics mcfRouterMetrics(MeterRegistry registry) {
    return RouterMetrics.on(registry);
  }

  @Bean
  SmartInitializingSingleton mcfRouterGauges(RouterMetrics metrics, OrderRouter router) {
    return () -> metrics.watch(router);
  }
}
