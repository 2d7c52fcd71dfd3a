// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

  @TempDir private Path folder;

  @Test
  void generate_newFile_isForItsOwnerOnlyAndNothingElseStays() throws IOException {
    DataKeys keys = file().generate();

    assertThat(file().read().current().id()).isEqualTo(keys.current().id());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path())))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file().path());
    }
  }

  @Test
  void generate_manyAtOnce_giveOneKey() throws Exception {
    int processes = 8;
    CyclicBarrier start = new CyclicBarrier(processes);
    Callable<String> generate =
        () -> {
          start.await();
          return file().generate().current().id();
        };
    ExecutorService threads = Executors.newFixedThreadPool(processes);
    try {
      List<Future<String>> ids =
          threads.invokeAll(Stream.generate(() -> generate).limit(processes).toList());

      String stored = file().read().current().id();
      assertThat(ids).allSatisfy(id -> assertThat(id.get()).isEqualTo(stored));
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void generate_folderThatDoesNotExist_tellsWhatToDo() {
    assertThatThrownBy(new KeyFile(folder.resolve("absent").resolve("mcf.db.key"))::generate)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("MCF_DATA_KEY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-----w-", "rw----r--", "rw-r-----"})
  void read_rightsOfOthers_areRefused(String rights) throws IOException {
    DataKeys keys = file().generate();
    Files.setPosixFilePermissions(file().path(), PosixFilePermissions.fromString(rights));

    assertThatThrownBy(file()::read)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("chmod 600 " + file().path())
        .hasMessageNotContaining(keys.current().toBase64());
  }

  @ParameterizedTest
  @ValueSource(strings = {"r--------", "rw-------", "rwx------"})
  void read_rightsOfItsOwner_areFine(String rights) throws IOException {
    String made = file().generate().current().id();
    Files.setPosixFilePermissions(file().path(), PosixFilePermissions.fromString(rights));

    assertThat(file().read().current().id()).isEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "canary", "\u00e9\u00e9"})
  void read_noKey_isRefusedWithoutQuotingIt(String text) throws IOException {
    file().generate();
    Files.writeString(file().path(), text);

    assertThatThrownBy(file()::read)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(file().path().toString())
        .hasMessageNotContaining("canary");
  }

  private KeyFile file() {
    return new KeyFile(folder.resolve("mcf.db.key"));
  }
}
