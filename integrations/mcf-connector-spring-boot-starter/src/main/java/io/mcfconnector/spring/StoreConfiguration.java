// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.jdbc.ClusterTaskScheduler;
import io.mcfconnector.jdbc.DataCipher;
import io.mcfconnector.jdbc.DataKey;
import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.spi.TokenStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept, and where: on the application's data source. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  @ConditionalOnMissingBean({DataCipher.class, JdbcDatabase.class})
  DataCipher mcfDataCipher(McfProperties properties) {
    String key = properties.dataKey();
    if (key == null || key.isBlank()) {
      throw new ConfigurationException(
          List.of(
              "mcf.data-key is required: 32 random bytes in base64, such as those of"
                  + " 'openssl rand -base64 32'. It seals buyer data and tokens; keep it apart from"
                  + " the database."));
    }
    return DataCipher.aesGcm(
        keyOf("mcf.data-key", key),
        properties.formerDataKeys().stream()
            .map(former -> keyOf("mcf.former-data-keys", former))
            .toArray(DataKey[]::new));
  }

  private static DataKey keyOf(String property, String text) {
    try {
      return DataKey.fromBase64(text);
    } catch (ConfigurationException e) {
      throw new ConfigurationException(
          e.problems().stream().map(problem -> property + ": " + problem).toList());
    }
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean({JdbcDatabase.class, OrderStore.class})
  JdbcDatabase mcfDatabase(DataSource dataSource, DataCipher cipher, McfProperties properties) {
    if (properties.migrate()) {
      JdbcDatabase.migrate(dataSource);
    }
    return JdbcDatabase.open(dataSource, cipher);
  }

  @Bean
  @ConditionalOnMissingBean
  OrderStore mcfOrderStore(JdbcDatabase database) {
    return database.orderStore();
  }

  @Bean
  @ConditionalOnMissingBean
  TokenStore mcfTokenStore(JdbcDatabase database) {
    return database.tokenStore();
  }

  @Bean
  @ConditionalOnMissingBean
  TaskScheduler mcfTaskScheduler(DataSource dataSource) {
    return isPostgres(dataSource) ? ClusterTaskScheduler.on(dataSource) : TaskScheduler.inProcess();
  }

  private static boolean isPostgres(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    } catch (SQLException e) {
      throw new StoreException(
          "The database cannot be reached. Check the properties under spring.datasource.", e);
    }
  }
}
