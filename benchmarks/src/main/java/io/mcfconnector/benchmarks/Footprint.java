// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a host adds to its class path: core, tiktok and amazon with every runtime dependency, which
 * the build collects in a folder of their own.
 */
final class Footprint {

  private static final double MOST_MEGABYTES = 6;
  private static final int MOST_JARS = 25;

  private Footprint() {}

  /**
   * Measures the jars of a folder.
   *
   * @param folder beside the benchmarks' jar
   */
  static List<Row> of(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
      double megabytes = jars.stream().mapToLong(Footprint::size).sum() / 1e6;
      return List.of(
          Row.plain("size of core, tiktok, amazon and what they need", Row.text(megabytes, "MB"))
              .withTarget("< " + (int) MOST_MEGABYTES + " MB", megabytes < MOST_MEGABYTES),
          Row.plain("number of those jars", Integer.toString(jars.size()))
              .withTarget("< " + MOST_JARS, jars.size() < MOST_JARS));
    }
  }

  private static long size(Path jar) {
    try {
      return Files.size(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
