// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts programs of this module in a Java of their own. */
final class Java {

  private static final Path IN_MEMORY = Path.of("/dev/shm");

  private Java() {}

  /** Starts a program; its errors go where ours go. */
  static Process start(List<String> options, Class<?> program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Returns the option that keeps temporary files off the disk, where the system can. */
  static List<String> filesInMemory() {
    return Files.isWritable(IN_MEMORY) ? List.of("-Djava.io.tmpdir=" + IN_MEMORY) : List.of();
  }
}
