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
      double all = megabytes(jars.stream());
      double ours = megabytes(jars.stream().filter(Footprint::isOurs));
      return List.of(
          Row.plain("size of core, tiktok, amazon and what they need", Row.text(all, "MB"))
              .withTarget("< " + (int) MOST_MEGABYTES + " MB", all < MOST_MEGABYTES),
          Row.plain("of it core, tiktok and amazon themselves", Row.text(ours, "MB")),
          Row.plain("number of those jars", Integer.toString(jars.size()))
              .withTarget("< " + MOST_JARS, jars.size() < MOST_JARS));
    }
  }

  private static boolean isOurs(Path jar) {
    return jar.toString().contains("mcf-connector");
  }

  private static double megabytes(Stream<Path> jars) {
    return jars.mapToLong(Footprint::size).sum() / 1e6;
  }

  private static long size(Path jar) {
    try {
      return Files.size(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
