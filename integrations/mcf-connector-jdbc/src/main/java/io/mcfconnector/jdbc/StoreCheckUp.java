// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Check;
import io.mcfconnector.model.Finding;
import io.mcfconnector.spi.Findings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at a database that was written and read just now: its clock and its data key. */
final class StoreCheckUp {

  private static final byte[] SAMPLE = "check-up".getBytes(UTF_8);
  private static final Duration OFF = Duration.ofSeconds(30);

  private final Transactions transactions;
  private final DataCipher cipher;
  private final Findings findings = new Findings("");

  StoreCheckUp(Transactions transactions, DataCipher cipher) {
    this.transactions = transactions;
    this.cipher = cipher;
  }

  List<Finding> run(Clock clock) {
    findings.look(Check.STORE_CLOCK, Set.of(), () -> compare(clock));
    findings.look(Check.DATA_KEY, Set.of(), this::sealAndOpen);
    return findings.all();
  }

  private void compare(Clock clock) {
    Optional<Instant> theirs = transactions.read("tell its time", StoreCheckUp::time);
    if (theirs.isEmpty()) {
      findings.ok(Check.STORE_CLOCK, "The database has no clock but this machine's.");
      return;
    }
    Duration off = Duration.between(clock.instant(), theirs.get());
    if (off.abs().compareTo(OFF) > 0) {
      findings.warning(
          Check.STORE_CLOCK,
          "The database's clock is "
              + off.abs().toSeconds()
              + " s "
              + (off.isNegative() ? "behind" : "ahead of")
              + " this machine's.",
          "Set both clocks, and keep them with a time service.");
    } else {
      findings.ok(Check.STORE_CLOCK, "The database's clock agrees with this machine's.");
    }
  }

  private static Optional<Instant> time(Connection connection) throws SQLException {
    if (Dialect.of(connection) == Dialect.SQLITE) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select clock_timestamp()")) {
      rows.next();
      return Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant());
    }
  }

  private void sealAndOpen() {
    String remedy = "Give the database the data key that it was opened with first.";
    try {
      if (Arrays.equals(cipher.open(cipher.seal(SAMPLE, SAMPLE), SAMPLE), SAMPLE)) {
        findings.ok(Check.DATA_KEY, "What the data key seals, it opens.");
      } else {
        findings.problem(Check.DATA_KEY, "The cipher gives back other bytes.", remedy);
      }
    } catch (StoreException e) {
      findings.problem(Check.DATA_KEY, "The data key does not work: " + e.getMessage(), remedy);
    }
  }
}
