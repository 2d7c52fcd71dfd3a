// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.model.OrderId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words after a command: what it is about, {@code --flags}, and {@code --options VALUE}. */
final class Arguments {

  static final String JSON = "--json";
  static final String BY = "--by";

  private final List<String> words = new ArrayList<>();
  private final Set<String> flags = new HashSet<>();
  private final Map<String, String> options = new HashMap<>();

  private Arguments() {}

  /**
   * Sorts the words of a call.
   *
   * @throws UsageException when one starts with two dashes and is neither a flag nor an option, or
   *     an option has no value
   */
  static Arguments of(List<String> args, Set<String> flags, Set<String> options) {
    Arguments sorted = new Arguments();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (flags.contains(arg)) {
        sorted.flags.add(arg);
      } else if (options.contains(arg)) {
        i++;
        if (i == args.size()) {
          throw new UsageException(arg + " needs a value");
        }
        sorted.options.put(arg, args.get(i));
      } else if (arg.startsWith("--")) {
        throw new UsageException(arg + " is unknown here");
      } else {
        sorted.words.add(arg);
      }
    }
    return sorted;
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  @Nullable String option(String name) {
    return options.get(name);
  }

  /** Returns an option that the call cannot do without. */
  String required(String name, String purpose) {
    String value = options.get(name);
    if (value == null || value.isBlank()) {
      throw new UsageException(name + " is needed: " + purpose);
    }
    return value;
  }

  /** Returns the order that the first word names. */
  OrderId order() {
    try {
      return OrderId.of(words.get(0));
    } catch (IllegalArgumentException e) {
      throw new UsageException("ORDER cannot be the id of an order");
    }
  }

  /** Returns the words that are neither flag nor option. */
  List<String> words() {
    return List.copyOf(words);
  }

  /** Checks how many of them there are. */
  Arguments withWords(int count, String form) {
    if (words.size() != count) {
      throw new UsageException("the form is: " + form);
    }
    return this;
  }
}
