// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One row of the scenario table: what happens to one order.
 *
 * @param id names the row in {@code docs/how-it-works.md}
 * @param setting the world it happens in; rows of one setting share a world
 * @param play plans what happens
 */
record Scenario(String id, Setting setting, Consumer<ScenarioStage> play) {

  /** The worlds that differ in more than the fate of one order. */
  enum Setting {
    NEWEST(Duration.ofMinutes(5)),
    VERSION_2020(Duration.ofMinutes(5)),
    GUARDED(Duration.ofMinutes(5)),
    GUARDED_TO_THE_LIMIT(Duration.ofMinutes(5)),
    /** Many days, so polled as seldom as nobody should. */
    LONG(Duration.ofHours(1));

    private final Duration polls;

    Setting(Duration polls) {
      this.polls = polls;
    }

    SimulatedWorld world() {
      boolean guarded = this == GUARDED || this == GUARDED_TO_THE_LIMIT;
      return new SimulatedWorld(
          event -> {},
          Map.of("AMAZON_OUTBOUND_VERSION", this == VERSION_2020 ? "2020-07-01" : "2026-07-04"),
          guarded ? Set.of(SampleCatalogue.WAREHOUSE) : Set.of(),
          shop -> shop,
          router -> router.orderPollInterval(polls).inventorySyncInterval(Duration.ofHours(12)));
    }
  }

  static Scenario of(String id, Consumer<ScenarioStage> play) {
    return new Scenario(id, Setting.NEWEST, play);
  }

  Scenario in(Setting other) {
    return new Scenario(id, other, play);
  }
}
