// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

/** Faults planted in a router, each of which the checker must notice. */
enum Mutant {
  /** The router as it is. */
  NONE,
  /** The network seems to know no order that it is asked for. */
  NO_READ_BACK,
  /** The intent is saved when the create call has returned. */
  INTENT_AFTER_CALL,
  /** Each create call goes out under an id of its own. */
  RANDOM_ID,
  /** A save replaces whatever is stored. */
  NO_FENCE
}
