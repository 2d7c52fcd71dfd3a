// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import com.github.kagkarlsson.scheduler.task.Execution;
import io.mcfconnector.error.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The statements on db-scheduler's table that db-scheduler does not have. Thread-safe. */
final class TaskTable {

  static final String TABLE = "mcf_task";

  /** The one kind of task for db-scheduler; the tasks of the nodes are its instances. */
  static final String KIND = "duty";

  private final DataSource dataSource;

  TaskTable(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A task as all nodes see it; picked while a node runs it. */
  record Row(Instant dueAt, boolean picked, @Nullable Instant lastHeartbeat, long version) {}

  /**
   * Checks that tasks can be shared here.
   *
   * @throws StoreException when the database is not PostgreSQL, or its tables are not of this
   *     version
   */
  void check() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Dialect dialect = Dialect.of(connection);
      if (dialect != Dialect.POSTGRESQL) {
        throw new StoreException(
            "Nodes can share tasks on PostgreSQL only. Use TaskScheduler.inProcess() for one"
                + " process.");
      }
      Schema.requireNewest(dialect, connection);
    }
  }

  Instant time() throws SQLException {
    return execute(
        "select clock_timestamp()",
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getObject(1, OffsetDateTime.class).toInstant();
          }
        });
  }

  /** Returns every task by its name. */
  Map<String, Row> rows() throws SQLException {
    return execute(
        "select task_instance, execution_time, picked, last_heartbeat, version"
            + " from mcf_task where task_name = ?",
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            Map<String, Row> rows = new HashMap<>();
            while (result.next()) {
              rows.put(result.getString(1), row(result));
            }
            return rows;
          }
        },
        KIND);
  }

  /** Inserts a task that is due; makes it due when it is there and no node runs it. */
  void makeDue(String name, Instant now) throws SQLException {
    update(
        "insert into mcf_task (task_name, task_instance, execution_time, picked, version)"
            + " values (?, ?, ?, false, 1)"
            + " on conflict (task_name, task_instance) do update"
            + " set execution_time = excluded.execution_time"
            + " where not mcf_task.picked and mcf_task.execution_time > excluded.execution_time",
        KIND,
        name,
        now);
  }

  /**
   * Makes a task due. While a node runs it, this only tells {@link #end} to let it run once more.
   */
  void wake(String name, Instant now) throws SQLException {
    update(
        "update mcf_task set execution_time = ?"
            + " where task_name = ? and task_instance = ? and (picked or execution_time > ?)",
        now,
        KIND,
        name,
        now);
  }

  /**
   * Gives a task back after a run. Its next time is now when its due time was moved since the run
   * was picked, which is what a wake-up does. One statement, so that no wake-up slips through.
   *
   * @return whether it was still this run's to give back
   */
  boolean end(Execution run, boolean success, Instant now, Instant next) throws SQLException {
    String outcome =
        success
            ? "consecutive_failures = 0, last_success = ?"
            : "consecutive_failures = coalesce(consecutive_failures, 0) + 1, last_failure = ?";
    return 1
        == update(
            "update mcf_task set picked = false, picked_by = null, last_heartbeat = null,"
                + " version = version + 1,"
                + " execution_time = case when execution_time = ? then ? else ? end, "
                + outcome
                + " where task_name = ? and task_instance = ? and version = ?",
            run.executionTime,
            next,
            now,
            now,
            KIND,
            run.getId(),
            run.version);
  }

  /** Gives back, for any other node and due now, what was picked and not run. */
  void handOn(Execution run, Instant now) throws SQLException {
    update(
        "update mcf_task set picked = false, picked_by = null, last_heartbeat = null,"
            + " version = version + 1, execution_time = ?"
            + " where task_name = ? and task_instance = ? and version = ?",
        now,
        KIND,
        run.getId(),
        run.version);
  }

  /**
   * Takes a task from a node that is gone, due now.
   *
   * @return false when that node gave a sign of life since the task was seen
   */
  boolean takeOver(String name, Row seen, Instant now) throws SQLException {
    return 1
        == update(
            "update mcf_task set picked = false, picked_by = null, last_heartbeat = null,"
                + " version = version + 1, execution_time = ?"
                + " where task_name = ? and task_instance = ? and picked and version = ?"
                + " and last_heartbeat is not distinct from cast(? as timestamptz)",
            now,
            KIND,
            name,
            seen.version(),
            seen.lastHeartbeat());
  }

  private static Row row(ResultSet result) throws SQLException {
    OffsetDateTime lastHeartbeat = result.getObject(4, OffsetDateTime.class);
    return new Row(
        result.getObject(2, OffsetDateTime.class).toInstant(),
        result.getBoolean(3),
        lastHeartbeat == null ? null : lastHeartbeat.toInstant(),
        result.getLong(5));
  }

  private int update(String sql, @Nullable Object... parameters) throws SQLException {
    return execute(sql, PreparedStatement::executeUpdate, parameters);
  }

  private <T> T execute(String sql, Work<T> work, @Nullable Object... parameters)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      // Nothing stays locked by a node that stalls after the statement.
      connection.setAutoCommit(true);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          Object parameter = parameters[i];
          statement.setObject(
              i + 1, parameter instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : parameter);
        }
        return work.with(statement);
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    }
  }

  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }
}
