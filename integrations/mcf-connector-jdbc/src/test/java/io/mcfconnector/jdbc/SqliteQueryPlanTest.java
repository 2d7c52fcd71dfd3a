// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteQueryPlanTest {

  @TempDir private static Path directory;

  static Stream<FilledOrders.Question> questions() {
    return FilledOrders.questions();
  }

  @BeforeAll
  static void fill() throws SQLException {
    JdbcDatabase.migrate(dataSource());
    FilledOrders.fill(dataSource());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void plan_withoutStatistics_usesTheIndex(FilledOrders.Question question) throws SQLException {
    assertThat(plan(question))
        .anyMatch(step -> step.contains(question.index()))
        .noneMatch(step -> step.startsWith("SCAN mcf_order") && !step.contains("USING"))
        .noneMatch(step -> step.startsWith("SCAN o"));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void plan_withStatistics_usesTheIndex(FilledOrders.Question question) throws SQLException {
    Sql.execute(dataSource(), "analyze");

    plan_withoutStatistics_usesTheIndex(question);
  }

  @Test
  void findInState_ofAnyState_needsNoSorting() throws SQLException {
    FilledOrders.Question delivered =
        questions()
            .filter(question -> question.parameters().contains("DELIVERED"))
            .findFirst()
            .orElseThrow();

    assertThat(plan(delivered)).noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  @Test
  void findDue_whileItChooses_readsTheIndexOnly() throws SQLException {
    FilledOrders.Question due = questions().findFirst().orElseThrow();

    assertThat(plan(due))
        .anyMatch(step -> step.startsWith("SEARCH mcf_order USING COVERING INDEX mcf_order_due"));
  }

  private static List<String> plan(FilledOrders.Question question) throws SQLException {
    List<String> steps = new ArrayList<>();
    try (Connection connection = dataSource().getConnection();
        PreparedStatement statement =
            connection.prepareStatement("explain query plan " + question.sql())) {
      FilledOrders.bind(statement, question);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          steps.add(rows.getString("detail"));
        }
      }
    }
    return steps;
  }

  private static DataSource dataSource() {
    return SqliteFiles.dataSource(directory.resolve("orders.db"));
  }
}
