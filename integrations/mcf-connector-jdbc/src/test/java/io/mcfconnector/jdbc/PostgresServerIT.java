// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@NeedsPostgres
class PostgresServerIT {

  @Test
  void server_always_writesToDisk() throws SQLException {
    DataSource dataSource = PostgresServer.dataSource(PostgresServer.createDatabase());

    assertThat(Sql.texts(dataSource, "select current_setting('fsync')")).containsExactly("on");
    assertThat(Sql.texts(dataSource, "select current_setting('synchronous_commit')"))
        .containsExactly("on");
  }

  @Test
  void takeAway_untilGivenBack_endsAndRefusesConnections() throws SQLException {
    String url = PostgresServer.createDatabase();
    DataSource dataSource = PostgresServer.dataSource(url);
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      PostgresServer.takeAway(url);

      assertThatThrownBy(() -> statement.execute("select 1")).isInstanceOf(SQLException.class);
      assertThatThrownBy(dataSource::getConnection).isInstanceOf(SQLException.class);
    }

    PostgresServer.giveBack(url);
    assertThat(Sql.texts(dataSource, "select 1")).containsExactly("1");
  }
}
