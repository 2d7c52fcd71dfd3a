// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.CheckUp;
import io.mcfconnector.OrderRouter;
import io.mcfconnector.ShadowReport;
import io.mcfconnector.model.Check;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.Reconciliation;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commands that read both platforms and change nothing there. */
public final class CheckCommands {

  /** The router's default. */
  private static final Duration LOOKBACK = Duration.ofDays(1);

  private CheckCommands() {}

  /** Checks everything that routing needs; returns 1 when there is a problem. */
  public static int doctor(
      List<String> args, Map<String, String> env, PrintStream out, PrintStream err) {
    Arguments given = Arguments.of(args, Set.of(Arguments.JSON), Set.of()).withWords(0, "doctor");
    try (LiveParts parts = LiveParts.openToLook(LiveConfig.fromEnv(env), err);
        OrderRouter router = parts.router().build()) {
      CheckUp checkUp = parts.isOwner() ? router.doctor() : besideLive(router.doctor());
      out.println(given.has(Arguments.JSON) ? JsonChecks.checkUp(checkUp) : checkUp);
      return checkUp.isGood() ? 0 : 1;
    }
  }

  /** Who has the file writes to it all the time, so that it takes no other writer is no problem. */
  private static CheckUp besideLive(CheckUp checkUp) {
    return new CheckUp(
        checkUp.at(),
        checkUp.findings().stream()
            .map(
                finding ->
                    finding.check() == Check.STORE
                        ? Finding.notChecked(
                            Check.STORE,
                            finding.about(),
                            "Another process routes on this SQLite file.",
                            "Stop it and run the check-up again to try the store.")
                        : finding)
            .toList());
  }

  /** Compares TikTok, store and Amazon; returns 1 when a difference is unexplained. */
  public static int reconcile(
      List<String> args, Map<String, String> env, PrintStream out, PrintStream err) {
    Arguments given =
        Arguments.of(args, Set.of(Arguments.JSON), Set.of("--from", "--to"))
            .withWords(0, "reconcile [--from TIME] [--to TIME]");
    Instant to = time(given, "--to", Instant.now());
    Instant from = time(given, "--from", to.minus(LOOKBACK));
    if (!from.isBefore(to)) {
      throw new UsageException("--from must be before --to");
    }
    try (LiveParts parts = LiveParts.openToLook(LiveConfig.fromEnv(env), err);
        OrderRouter router = parts.router().build()) {
      Reconciliation result = router.reconcile(from, to);
      out.println(given.has(Arguments.JSON) ? result.toJson() : result);
      return result.isClean() ? 0 : 1;
    }
  }

  private static Instant time(Arguments given, String option, Instant byDefault) {
    String text = given.option(option);
    try {
      return text == null ? byDefault : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new UsageException(option + " must be a time such as 2026-09-01T00:00:00Z");
    }
  }

  /** Tells what a router that starts now would do; returns 1 when not all could be looked at. */
  public static int shadow(
      List<String> args, Map<String, String> env, PrintStream out, PrintStream err) {
    Arguments given = Arguments.of(args, Set.of(Arguments.JSON), Set.of()).withWords(0, "shadow");
    try (LiveParts parts = LiveParts.openToLook(LiveConfig.fromEnv(env), err)) {
      ShadowReport report = parts.router().buildShadow().run();
      out.println(given.has(Arguments.JSON) ? JsonChecks.shadow(report) : report);
      return report.failures().isEmpty() ? 0 : 1;
    }
  }
}
