// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal.eligibility;

import io.mcfconnector.model.Order;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.validation.OrderValidator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decides by an ordered list of rules whether an order may go; the first rule that speaks wins.
 * Each rule has its row in {@code docs/eligibility.md}.
 */
public final class Eligibility {

  /** The rule that nothing but the channel or a newer version can lift. */
  public static final String UNKNOWN_STATUS = "unknown-status";

  private final List<Rule> rules;

  /** Lines up the rules: whose order it is, whether it may go yet, its kind, the host's will. */
  public Eligibility(
      EligibilityOptions options,
      Function<ShopId, SalesChannel> channels,
      OrderValidator validator) {
    this.rules =
        Stream.of(
                new StatusRules().rules(),
                new HoldRules(options, channels).rules(),
                new KindRules(options).rules(),
                new HostRules(options, validator).rules())
            .flatMap(List::stream)
            .toList();
  }

  /** Returns how long an order of a shop is held after payment, unless the channel holds longer. */
  public static Duration usualHold(EligibilityOptions options, SalesChannel channel) {
    return HoldRules.usualHold(options, channel);
  }

  /** Returns the rules in the order they are asked. */
  public List<Rule> rules() {
    return rules;
  }

  /** Returns what the first rule with something to say makes of an order. */
  public Finding judge(Order order, Instant now) {
    return judge(order, Set.of(), now);
  }

  /**
   * Returns what the first rule with something to say makes of an order.
   *
   * @param released the rules whose reviews a person lets it pass
   */
  public Finding judge(Order order, Set<String> released, Instant now) {
    for (Rule rule : rules) {
      Verdict verdict = rule.judge().judge(order, now);
      boolean passed = verdict instanceof Verdict.Review && released.contains(rule.name());
      if (verdict != null && !passed) {
        return new Finding(rule.name(), verdict);
      }
    }
    return new Finding("eligible", new Verdict.Go("paid, free to ship, address complete"));
  }
}
