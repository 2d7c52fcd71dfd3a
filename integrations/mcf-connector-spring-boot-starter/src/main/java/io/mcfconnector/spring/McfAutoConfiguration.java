// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import io.mcfconnector.OrderRouter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Makes an {@link OrderRouter} of the properties under {@code mcf} and the application's beans,
 * starts it with the application and closes it before anything it needs. Each bean it makes gives
 * way to one of the application of the same type.
 */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@EnableConfigurationProperties(McfProperties.class)
@Import({StoreConfiguration.class, PlatformConfiguration.class, RouterConfiguration.class})
public final class McfAutoConfiguration {

  /** For Spring. */
  public McfAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  RouterLifecycle mcfRouterLifecycle(OrderRouter router, McfProperties properties) {
    return new RouterLifecycle(router, properties.autoStartup());
  }
}
