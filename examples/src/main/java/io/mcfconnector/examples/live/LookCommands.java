// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.Explanation;
import io.mcfconnector.Review;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.Backlog;
import io.mcfconnector.model.Health;
import io.mcfconnector.model.OrderId;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The commands that look at what 'live' has stored. They call no platform. */
public final class LookCommands {

  private static final String SHOW_BUYER = "--show-buyer";

  private LookCommands() {}

  /** Prints how routing fares and every order; returns 1 when routing is down. */
  public static int status(List<String> args, Map<String, String> env, PrintStream out) {
    Arguments given = Arguments.of(args, Set.of(Arguments.JSON), Set.of()).withWords(0, "status");
    try (LiveDesk desk = LiveDesk.fromEnv(env)) {
      Optional<Health> health =
          desk.knowsAccount() ? Optional.of(desk.router().health()) : Optional.empty();
      Backlog backlog = desk.router().backlog();
      out.println(
          given.has(Arguments.JSON)
              ? JsonReport.status(health, backlog, desk.orders())
              : TextReport.status(health, backlog, desk.orders()));
      boolean isDown = health.map(Health::verdict).equals(Optional.of(Health.Verdict.DOWN));
      return isDown ? 1 : 0;
    }
  }

  /** Prints the orders that wait for a person. */
  public static int reviews(List<String> args, Map<String, String> env, PrintStream out) {
    Arguments given = Arguments.of(args, Set.of(Arguments.JSON), Set.of()).withWords(0, "reviews");
    try (LiveDesk desk = LiveDesk.fromEnv(env)) {
      List<Review> reviews = desk.router().reviews();
      out.println(
          given.has(Arguments.JSON) ? JsonReport.reviews(reviews) : TextReport.reviews(reviews));
      return 0;
    }
  }

  /**
   * Prints the story of one order, and on wish the destination kept for it, once it is in the story
   * who looked; returns 1 when the order is unknown.
   */
  public static int explain(List<String> args, Map<String, String> env, PrintStream out) {
    Arguments given =
        Arguments.of(args, Set.of(Arguments.JSON, SHOW_BUYER), Set.of(Arguments.BY))
            .withWords(1, "explain ORDER [--show-buyer --by NAME]");
    OrderId order = given.order();
    return given.has(SHOW_BUYER)
        ? explainWithBuyer(order, given, env, out)
        : explainOnly(order, given, env, out);
  }

  private static int explainOnly(
      OrderId order, Arguments given, Map<String, String> env, PrintStream out) {
    try (LiveDesk desk = LiveDesk.fromEnv(env)) {
      Optional<Explanation> story = desk.router().explain(order);
      out.println(
          given.has(Arguments.JSON)
              ? JsonReport.explanation(order, story)
              : TextReport.explanation(order, story));
      return story.isPresent() ? 0 : 1;
    }
  }

  private static int explainWithBuyer(
      OrderId order, Arguments given, Map<String, String> env, PrintStream out) {
    String by = given.required(Arguments.BY, "who looks at the buyer is put on record");
    try (LiveDesk desk = LiveDesk.forWriting(env)) {
      Optional<Address> buyer = desk.router().destination(order, by);
      Optional<Explanation> story = desk.router().explain(order);
      out.println(
          given.has(Arguments.JSON)
              ? JsonReport.explanation(order, story, buyer)
              : TextReport.explanation(order, story, buyer));
      return story.isPresent() ? 0 : 1;
    }
  }
}
