// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.spi.TaskScheduler;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A disk that fills up in the middle of routing, and has space again later. */
class DiskFullIT extends EmbeddedWorldTest {

  @Test
  void route_diskFull_sendsNothingWithoutDurableIntentAndGoesOn() throws SQLException {
    Reports reports = new Reports(line -> world.hear("node", line));
    LimitedDataSource disk = new LimitedDataSource(world.dataSource());
    try (JdbcDatabase database = JdbcDatabase.open(disk.dataSource(), world.settings().cipher());
        NodeRouter node =
            new NodeRouter(
                world.settings(),
                database.orderStore(),
                database.tokenStore(),
                TaskScheduler.inProcess(),
                new KillPoints(reports),
                reports)) {
      addOrders(6);
      node.router().start();
      assertThat(Until.holds(Until.PATIENCE, () -> !world.createCalls().isEmpty())).isTrue();

      disk.fill();
      int creates = world.createCalls().size();
      for (int i = 0; i < 30; i++) {
        world.buyers().add(Kind.PLAIN);
      }
      assertThat(Until.holds(Until.PATIENCE, () -> full() > 5)).as(this::troubles).isTrue();
      assertThat(world.createCalls().size()).isLessThan(creates + 30);
      assertThat(Checker.afterKill(world, database.orderStore())).isEmpty();

      disk.free();
      assertThat(world.settle()).as(world::story).isTrue();
      assertThat(Checker.atEnd(world, database.orderStore())).isEmpty();
    }
  }

  private long full() {
    return world.troubles().stream().filter(trouble -> trouble.contains("StoreException")).count();
  }

  private String troubles() {
    return world.troubles().toString();
  }
}
