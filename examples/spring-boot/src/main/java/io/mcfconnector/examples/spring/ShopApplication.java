// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.spring;

import io.mcfconnector.event.RouterListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Routes the orders of one shop. {@code application.properties} says which, and where the orders
 * are kept; the secrets come from the environment, as {@code docs/spring-boot.md} lists them.
 */
@SpringBootApplication
public class ShopApplication {

  private static final Logger log = LoggerFactory.getLogger(ShopApplication.class);

  /** Starts the application. */
  public static void main(String[] args) {
    application().run(args);
  }

  /** It serves no requests, so something else must keep it alive. */
  static SpringApplication application() {
    SpringApplication application = new SpringApplication(ShopApplication.class);
    application.setKeepAlive(true);
    return application;
  }

  @Bean
  RouterListener eventLog() {
    return event -> log.info("{}", event);
  }
}
