// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import java.io.IOException;

/** The databases that are compared with themselves. */
enum DatabaseKind {
  SQLITE("SQLite") {
    @Override
    Scratch create() throws IOException {
      return Scratch.sqlite();
    }
  },
  POSTGRESQL("PostgreSQL") {
    @Override
    Scratch create() throws IOException {
      return Scratch.postgres();
    }
  };

  private final String name;

  DatabaseKind(String name) {
    this.name = name;
  }

  /** Returns whether one can be made on this machine. */
  boolean isHere() {
    try (Scratch probe = create()) {
      return probe.isHere();
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  /** Returns a new empty database, which is gone when it is closed. */
  abstract Scratch create() throws IOException;

  @Override
  public String toString() {
    return name;
  }
}
