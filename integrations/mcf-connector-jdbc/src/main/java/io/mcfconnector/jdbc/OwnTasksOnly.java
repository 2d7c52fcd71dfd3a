// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Lets db-scheduler pick only the tasks that this node has and does not run already. All others are
 * left to the nodes that can run them. A node that stalls while it picks gives back what it had
 * locked: other nodes pass over locked tasks, and would not find them left by anybody.
 */
final class OwnTasksOnly extends PostgreSqlJdbcCustomization {

  private final Supplier<Collection<String>> names;

  OwnTasksOnly(Supplier<Collection<String>> names) {
    // The generic query is the one that takes a condition.
    super(true, false);
    this.names = names;
  }

  @Override
  public String createGenericSelectForUpdateQuery(
      String tableName, int limit, String requiredAndCondition, boolean orderByPriority) {
    return super.createGenericSelectForUpdateQuery(
        tableName, limit, requiredAndCondition + condition(), orderByPriority);
  }

  // There is no place for parameters, and a name may have any character: hexadecimal digits are
  // the same text in every setting of the database.
  private String condition() {
    String list =
        names.get().stream()
            .map(name -> HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)))
            .map(hex -> "convert_from(decode('" + hex + "', 'hex'), 'UTF8')")
            .collect(Collectors.joining(", "));
    return list.isEmpty()
        ? " and false"
        : " and task_instance in (" + list + ") and " + PostgresTransactions.limitingStalls();
  }
}
