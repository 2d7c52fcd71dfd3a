// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import io.mcfconnector.amazon.AmazonFulfillmentNetwork;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.TokenStore;
import io.mcfconnector.tiktok.TikTokSalesChannel;
import io.mcfconnector.tiktok.TikTokShopClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The platforms: one shop and one seller account, unless the application brings its own. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean({TikTokShopClient.class, SalesChannel.class})
  TikTokShopClient mcfTikTokShopClient(McfProperties properties, TokenStore tokens) {
    return properties
        .tiktok()
        .variables()
        .to(env -> TikTokShopClient.builder().env(env).tokenStore(tokens).build());
  }

  @Bean
  @ConditionalOnMissingBean
  SalesChannel mcfSalesChannel(TikTokShopClient client) {
    return TikTokSalesChannel.of(client);
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean({SellingPartnerClient.class, FulfillmentNetwork.class})
  SellingPartnerClient mcfSellingPartnerClient(McfProperties properties, TokenStore tokens) {
    return properties
        .amazon()
        .variables()
        .to(env -> SellingPartnerClient.builder().env(env).tokenStore(tokens).build());
  }

  @Bean
  @ConditionalOnMissingBean
  FulfillmentNetwork mcfFulfillmentNetwork(SellingPartnerClient client) {
    return AmazonFulfillmentNetwork.of(client);
  }
}
