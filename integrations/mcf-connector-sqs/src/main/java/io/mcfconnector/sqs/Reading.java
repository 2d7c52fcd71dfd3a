// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import io.mcfconnector.model.Notice;

/** What a message turned out to be. */
sealed interface Reading {

  /** A seller's notice. */
  record Told(String seller, Notice notice) implements Reading {}

  /** A notification as it should be that is of no concern to any router. */
  record Nothing(String seller) implements Reading {}

  /** No notification that can be used. */
  record Refused(SetAsideReason reason) implements Reading {}
}
