// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGStatement;

@NeedsPostgres
class PostgresQueryPlanIT {

  private static String url = "";

  static Stream<FilledOrders.Question> questions() {
    return FilledOrders.questions();
  }

  @BeforeAll
  static void fill() throws SQLException {
    url = PostgresServer.createSchema();
    JdbcDatabase.migrate(dataSource());
    FilledOrders.fill(dataSource());
    Sql.execute(dataSource(), "vacuum analyze");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void plan_forTheseParameters_usesTheIndex(FilledOrders.Question question) throws SQLException {
    assertUsesIndex(question, "force_custom_plan");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void plan_forAnyParameters_usesTheIndex(FilledOrders.Question question) throws SQLException {
    assertUsesIndex(question, "force_generic_plan");
  }

  private static void assertUsesIndex(FilledOrders.Question question, String mode)
      throws SQLException {
    String plan = plan(question, mode);

    assertThat(plan).doesNotContain("Seq Scan on mcf_order");
    if (question.index().startsWith("mcf_order")) {
      assertThat(plan).contains(question.index());
    }
  }

  /**
   * Has the server prepare the statement, since only then it may choose a plan for all parameters.
   */
  private static String plan(FilledOrders.Question question, String mode) throws SQLException {
    try (Connection connection = dataSource().getConnection();
        Statement settings = connection.createStatement();
        PreparedStatement statement = connection.prepareStatement("explain " + question.sql())) {
      settings.execute("set plan_cache_mode = " + mode);
      statement.unwrap(PGStatement.class).setPrepareThreshold(1);
      FilledOrders.bind(statement, question);
      StringBuilder plan = new StringBuilder();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }

  private static DataSource dataSource() {
    return PostgresServer.dataSource(url);
  }
}
