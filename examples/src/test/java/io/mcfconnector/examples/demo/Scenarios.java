// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.testkit.SampleOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All rows of the scenario table, and the worlds in which they play. */
final class Scenarios {

  private Scenarios() {}

  static List<Scenario> all() {
    return Stream.of(ShapeScenarios.all(), CancelScenarios.all(), RefusalScenarios.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Lets all rows happen, those of one setting in one world; returns how each ended. */
  static Map<String, ScenarioOutcome> play(List<Scenario> scenarios) {
    Map<String, ScenarioOutcome> outcomes = new HashMap<>();
    for (Scenario.Setting setting : Scenario.Setting.values()) {
      List<Scenario> rows =
          scenarios.stream().filter(scenario -> scenario.setting() == setting).toList();
      if (!rows.isEmpty()) {
        try (SimulatedWorld world = setting.world()) {
          play(rows, world, outcomes);
        }
      }
    }
    return outcomes;
  }

  private static void play(
      List<Scenario> rows, SimulatedWorld world, Map<String, ScenarioOutcome> outcomes) {
    SampleOrders samples = SampleOrders.seeded(606);
    List<ScenarioStage.Act> acts = new ArrayList<>();
    for (Scenario row : rows) {
      ScenarioStage stage = new ScenarioStage(world, samples);
      row.play().accept(stage);
      acts.addAll(stage.acts());
      acts.add(
          new ScenarioStage.Act(
              stage.checkedAfter(),
              () ->
                  outcomes.put(row.id(), ScenarioOutcome.of(world, stage.id(), stage.answers()))));
    }
    acts.sort(Comparator.comparing(ScenarioStage.Act::after));
    Duration passed = Duration.ZERO;
    for (ScenarioStage.Act act : acts) {
      if (passed.isZero() && !act.after().isZero()) {
        // Not before the first orders are there: their buyers ordered some time ago.
        world.router().start();
      }
      world.time().runFor(act.after().minus(passed));
      passed = act.after();
      act.action().run();
    }
  }
}
