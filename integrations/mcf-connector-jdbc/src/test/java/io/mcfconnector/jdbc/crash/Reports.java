// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import java.util.function.Consumer;

/** What a node tells its parent, line by line. */
final class Reports {

  /** Classes are loaded, the node waits for its plan. */
  static final String READY = "READY";

  /** The router runs. */
  static final String ROUTING = "ROUTING";

  /** A planned point is reached: name. */
  static final String POINT = "POINT";

  /** The store acknowledged a save: order id, version it replaced, state. */
  static final String SAVED = "SAVED";

  /** A duty failed as a whole: duty, problem. */
  static final String DUTY_FAILED = "DUTY_FAILED";

  /** A step of an order failed: order id, problem. */
  static final String STEP_FAILED = "STEP_FAILED";

  /** The router was closed in order. */
  static final String CLOSED = "CLOSED";

  private final Consumer<String> sink;

  Reports(Consumer<String> sink) {
    this.sink = sink;
  }

  void say(String what, Object... parts) {
    StringBuilder line = new StringBuilder(what);
    for (Object part : parts) {
      line.append(' ').append(String.valueOf(part).replace('\n', ' '));
    }
    sink.accept(line.toString());
  }
}
