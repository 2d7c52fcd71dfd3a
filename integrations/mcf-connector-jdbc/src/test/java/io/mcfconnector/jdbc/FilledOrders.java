// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static io.mcfconnector.jdbc.SampleRecords.NOW;

import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A table of many finished orders and few open ones, and questions whose plans are looked at. */
final class FilledOrders {

  private static final int ORDERS = 20_000;
  private static final String SHOP = SampleRecords.SHOP.value();
  private static final long AT = Micros.roundedDown(NOW);

  /**
   * A statement that must not read the whole table.
   *
   * @param index what it must use
   */
  record Question(String sql, List<Object> parameters, String index) {

    @Override
    public String toString() {
      return index + ": " + sql.replaceAll("\\s+", " ").strip();
    }
  }

  private FilledOrders() {}

  static Stream<Question> questions() {
    return Stream.of(
        new Question(OrderSql.FIND_DUE, List.of("SWEEP", SHOP, AT, 50), "mcf_order_due"),
        new Question(OrderSql.FIND_IN_STATE, List.of("REVIEW", SHOP, 100), "mcf_order_state"),
        new Question(OrderSql.FIND_IN_STATE, List.of("DELIVERED", SHOP, 100), "mcf_order_state"),
        new Question(
            OrderSql.FIND_IN_STATE_AFTER,
            List.of("REVIEW", SHOP, 1_000_000L, "5781", 100),
            "mcf_order_state"),
        new Question(OrderSql.COUNT_URGENT, List.of(SHOP, AT), "mcf_order_unshipped"),
        new Question(OrderSql.RESERVED, List.of(SHOP, AT), "mcf_order_reserved"),
        new Question(OrderSql.NEWER_FORMAT, List.of(), "mcf_order_newer_format"),
        new Question(OrderSql.FIGURES, List.of("count"), "mcf_figure"),
        new Question(OrderSql.HOST_RESERVATIONS, List.of(), "mcf_reservation"),
        new Question(OrderSql.IS_TALLIED, List.of("warehouse", "57-1Z1"), "mcf_tally"),
        new Question(OrderSql.TALLIED, List.of("warehouse"), "mcf_tally"),
        new Question(NoticeRows.IS_KNOWN, List.of("intake/TTS/1", "7380"), "mcf_notice"),
        new Question(NoticeRows.COUNT_OPEN, List.of("intake/TTS/1", 10_000), "mcf_notice_open"),
        new Question(NoticeRows.OPEN, List.of("intake/TTS/1", 50), "mcf_notice_open"),
        new Question(
            NoticeRows.PURGE.replace("delete", "select 1"), List.of(AT), "mcf_notice_settled"),
        new Question(
            DestinationRows.DELETE_EXPIRED.replace("delete", "select 1"),
            List.of(AT),
            "mcf_destination"));
  }

  static void fill(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(OrderSql.INSERT)) {
        for (int number = 0; number < ORDERS; number++) {
          OrderRow.of(record(number)).bind(statement);
          statement.addBatch();
        }
        statement.executeBatch();
      }
      connection.commit();
    }
  }

  static void bind(PreparedStatement statement, Question question) throws SQLException {
    for (int index = 0; index < question.parameters().size(); index++) {
      statement.setObject(index + 1, question.parameters().get(index));
    }
  }

  private static RoutingRecord record(int number) {
    RoutingState state =
        number % 1000 == 0
            ? RoutingState.REVIEW
            : number % 100 == 0 ? RoutingState.SHIPPED : RoutingState.DELIVERED;
    ShopId shop = number % 2 == 0 ? SampleRecords.SHOP : SampleRecords.OTHER_SHOP;
    return RoutingRecord.builder("TTS", shop, OrderId.of("order-" + number))
        .receivedAt(NOW.minusSeconds(number))
        .dueAt(NOW.plusSeconds(number % 200 == 0 ? -60 : 60))
        .items(
            List.of(
                new FulfillmentOrderItem(
                    "item-1", Msku.of("MUG"), List.of(LineItemId.of("unit-1")))))
        .reservedUntil(number % 2000 == 0 ? null : NOW)
        .state(state)
        .build();
  }
}
