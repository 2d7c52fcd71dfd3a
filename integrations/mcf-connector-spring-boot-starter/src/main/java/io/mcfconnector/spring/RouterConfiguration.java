// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.OrderRouterBuilder;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.spi.CarrierMapper;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.MixedCartPolicy;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.RoutingPolicy;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.StockPolicy;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.validation.OrderValidator;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The router itself. */
@Configuration(proxyBeanMethods = false)
class RouterConfiguration {

  @Bean
  @ConditionalOnMissingBean
  SkuMapper mcfSkuMapper(McfProperties properties) {
    String file = properties.skuMappingFile();
    if (file == null || file.isBlank()) {
      throw new ConfigurationException(
          List.of(
              "mcf.sku-mapping-file is required (CSV with the header seller_sku,msku,quantity),"
                  + " or a bean of type SkuMapper"));
    }
    return SkuMapper.fromCsv(Path.of(file.strip()));
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  OrderRouter mcfOrderRouter(
      McfProperties properties,
      List<SalesChannel> channels,
      FulfillmentNetwork network,
      OrderStore store,
      TaskScheduler scheduler,
      SkuMapper skuMapper,
      ListableBeanFactory beans) {
    OrderRouterBuilder builder =
        OrderRouter.builder()
            .fulfillmentNetwork(network)
            .store(store)
            .scheduler(scheduler)
            .skuMapper(skuMapper)
            .orderPollInterval(properties.orderPollInterval())
            .trackingSyncInterval(properties.trackingSyncInterval())
            .inventorySyncInterval(properties.inventorySyncInterval());
    channels.forEach(builder::salesChannel);
    beans.getBeanProvider(CarrierMapper.class).ifAvailable(builder::carrierMapper);
    beans.getBeanProvider(RoutingPolicy.class).ifAvailable(builder::routingPolicy);
    beans.getBeanProvider(StockPolicy.class).ifAvailable(builder::stockPolicy);
    beans.getBeanProvider(MixedCartPolicy.class).ifAvailable(builder::mixedCarts);
    beans.getBeanProvider(OrderValidator.class).ifAvailable(builder::validator);
    beans.getBeanProvider(RouterListener.class).orderedStream().forEach(builder::listener);
    beans
        .getBeanProvider(OrderRouterCustomizer.class)
        .orderedStream()
        .forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }
}
