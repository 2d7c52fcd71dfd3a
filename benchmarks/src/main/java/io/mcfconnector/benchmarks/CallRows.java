// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Memory and CPU of single calls and of code, by JMH. */
final class CallRows {

  private static final double CREATE_MEMORY = 1.6;
  private static final double GET_MEMORY = 2.0;
  private static final double CALL_CPU = 1.3;

  private record Cost(double bytes, double cpu) {}

  private CallRows() {}

  static List<Row> run(int seconds) throws RunnerException {
    Map<String, Cost> costs = measure(seconds);
    List<Row> rows = new ArrayList<>();
    rows.add(memory(costs, "create", "createBare").most(CREATE_MEMORY));
    rows.add(memory(costs, "get", "getBare").most(GET_MEMORY));
    rows.add(cpu(costs, "create", "createBare").most(CALL_CPU));
    rows.add(cpu(costs, "get", "getBare").most(CALL_CPU));
    for (String call : List.of("create", "get")) {
      double floor = cost(costs, call + "Bare").cpu() + cost(costs, call + "Json").cpu();
      rows.add(
          Row.compared(
              call + ", CPU, floor with the same JSON", cost(costs, call).cpu(), floor, "µs"));
    }
    for (String call : List.of("createSigned", "getSigned")) {
      String floor = call.replace("Signed", "Bare");
      rows.add(memory(costs, call, floor).row());
      rows.add(cpu(costs, call, floor).row());
    }
    rows.add(memory(costs, "ship", "shipBare").row());
    rows.add(cpu(costs, "ship", "shipBare").row());
    rows.add(memory(costs, "search", "searchBareAndMoshi").row());
    rows.add(cpu(costs, "search", "searchBareAndMoshi").row());
    rows.add(cpu(costs, "sign", "hmacs").row());
    for (String code : List.of("normalize", "plan")) {
      Cost cost = cost(costs, code);
      rows.add(Row.plain(code, Row.text(cost.cpu(), "µs") + ", " + Row.text(cost.bytes(), "B")));
    }
    return rows;
  }

  /** Two figures that belong together. */
  private record Pair(String what, double ours, double floor, String unit) {
    Row most(double target) {
      return Row.atMost(what, ours, floor, unit, target);
    }

    Row row() {
      return Row.compared(what, ours, floor, unit);
    }
  }

  private static Pair memory(Map<String, Cost> costs, String call, String floor) {
    return new Pair(call + ", memory", cost(costs, call).bytes(), cost(costs, floor).bytes(), "B");
  }

  private static Pair cpu(Map<String, Cost> costs, String call, String floor) {
    return new Pair(call + ", CPU", cost(costs, call).cpu(), cost(costs, floor).cpu(), "µs");
  }

  private static Cost cost(Map<String, Cost> costs, String name) {
    return Objects.requireNonNull(costs.get(name), name);
  }

  private static Map<String, Cost> measure(int seconds) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(CallBenchmark.class.getName())
        .include(CodeBenchmark.class.getName())
        .forks(1)
        .warmupIterations(2)
        .warmupTime(TimeValue.seconds(2L * seconds))
        .measurementIterations(3)
        .measurementTime(TimeValue.seconds(seconds))
        .verbosity(VerboseMode.SILENT)
        .addProfiler(CallerCost.class);
    Map<String, Cost> costs = new HashMap<>();
    for (RunResult result : new Runner(options.build()).run()) {
      String name = result.getParams().getBenchmark();
      Map<String, ? extends Result<?>> seen = secondary(result);
      costs.put(
          name.substring(name.lastIndexOf('.') + 1),
          new Cost(score(seen, CallerCost.BYTES), score(seen, CallerCost.CPU)));
    }
    return costs;
  }

  @SuppressWarnings("rawtypes") // JMH's own signature.
  private static Map<String, ? extends Result<?>> secondary(RunResult result) {
    Map<String, Result<?>> seen = new HashMap<>();
    for (Map.Entry<String, Result> one : result.getSecondaryResults().entrySet()) {
      seen.put(one.getKey(), one.getValue());
    }
    return seen;
  }

  private static double score(Map<String, ? extends Result<?>> seen, String name) {
    return Objects.requireNonNull(seen.get(name), name).getScore();
  }
}
