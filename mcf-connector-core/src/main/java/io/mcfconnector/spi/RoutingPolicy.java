// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.Order;
import java.time.Instant;

/**
 * A host's own rule on which orders go to the network. It is asked last: only about orders that the
 * router's own rules let go, so it can hold an order back or take it away, but never force one
 * through.
 *
 * <p>Contract:
 *
 * <ol>
 *   <li>It is asked each time an order is judged: when it is first seen, when a hold ends, when the
 *       channel changes it, and once more right before it is sent. Expect several calls for one
 *       order, also after the process was killed, and answer the same while nothing changed.
 *   <li>It is called on the thread that routes the orders of a shop, which waits for it: answer
 *       from memory or a fast store, not from a person or a slow service.
 *   <li>It is called by many threads at a time and must be safe for that.
 *   <li>What it throws never lets an order go. The order is judged again after a while, longer with
 *       each failure in a row, and waits for a person when that does not help.
 *   <li>The order holds the buyer's name and address. Neither may show up in the answer's texts,
 *       which are stored and shown, nor in what it throws.
 * </ol>
 */
@FunctionalInterface
public interface RoutingPolicy {

  /** Returns what shall become of an order that may go. */
  Choice choose(Order order);

  /** Returns the policy that lets every order go. */
  static RoutingPolicy allOrders() {
    return order -> Choice.go();
  }

  /** What a {@link RoutingPolicy} wants; texts have 1 to 200 characters. */
  sealed interface Choice {

    /** Returns the choice to send the order to the network. */
    static Choice go() {
      return new Go();
    }

    /**
     * Returns the choice to ask again at a time. No order is held for more than 72 hours from its
     * payment: one that the policy still holds then waits for a person.
     *
     * @param until when to ask again; a time that is past means in a minute
     * @param why the reason in plain words, without buyer data
     */
    static Choice holdUntil(Instant until, String why) {
      return new Hold(until, why);
    }

    /**
     * Returns the choice that the router leaves this order alone for good.
     *
     * @param why the reason in plain words, without buyer data
     */
    static Choice skip(String why) {
      return new Skip(why);
    }

    /**
     * Returns the choice that a person decides.
     *
     * @param why one sentence: what is the matter and what to do; no buyer data
     */
    static Choice review(String why) {
      return new Review(why);
    }

    /**
     * Returns the choice that somebody else ships this order: the router leaves it alone for good
     * and notes the name. Handing it over is the host's part.
     *
     * @param name who ships it, such as the name of another warehouse
     */
    static Choice elsewhere(String name) {
      return new Elsewhere(name);
    }

    /** Send it. */
    record Go() implements Choice {}

    /**
     * Ask again.
     *
     * @param until when
     * @param why the reason
     */
    record Hold(Instant until, String why) implements Choice {
      /** Checks the text. */
      public Hold {
        checkText(why);
      }
    }

    /**
     * Leave it alone.
     *
     * @param why the reason
     */
    record Skip(String why) implements Choice {
      /** Checks the text. */
      public Skip {
        checkText(why);
      }
    }

    /**
     * Ask a person.
     *
     * @param why what is the matter and what to do
     */
    record Review(String why) implements Choice {
      /** Checks the text. */
      public Review {
        checkText(why);
      }
    }

    /**
     * Somebody else ships it.
     *
     * @param name who
     */
    record Elsewhere(String name) implements Choice {
      /** Checks the name. */
      public Elsewhere {
        checkText(name);
      }
    }

    private static void checkText(String text) {
      if (text.isBlank() || text.length() > 200) {
        throw new IllegalArgumentException("a text of a choice has 1 to 200 characters");
      }
    }
  }
}
