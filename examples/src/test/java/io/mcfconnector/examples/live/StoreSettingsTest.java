// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.jdbc.DataKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSettingsTest {

  @TempDir private Path folder;

  private final Map<String, String> env = new HashMap<>();
  private final List<String> logged = new ArrayList<>();
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(log);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(log);
  }

  @Test
  void fromEnv_emptyEnvironment_isAFileInTheWorkingFolder() {
    assertThat(StoreSettings.fromEnv(env).place())
        .hasToString(Path.of("mcf-connector.db").toAbsolutePath().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "mcf-connector.db",
        "jdbc:h2:mem:canary",
        "jdbc:mysql://canary:canary@host/db",
        "jdbc:sqlite:",
        "jdbc:sqlite: ",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:file:canary?mode=memory",
        "jdbc:sqlite:canary.db?password=canary",
        "jdbc:sqlite:canary\0",
        "jdbc:postgresql:canary",
        "jdbc:postgresql://host:canary/db",
        "jdbc:postgresql://user:canary@host/db",
        "postgres://user:canary@host/db"
      })
  void fromEnv_urlThatCannotWork_isRefusedWithoutQuotingIt(String url) {
    env.put("MCF_STORE_URL", url);
    env.put("MCF_DATA_KEY", DataKey.generate().toBase64());

    assertThatThrownBy(() -> StoreSettings.fromEnv(env))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("MCF_STORE_URL")
        .hasMessageNotContaining("canary");
    assertThat(logged).isEmpty();
  }

  @Test
  void fromEnv_folderThatDoesNotExist_isRefused() {
    env.put("MCF_STORE_URL", "jdbc:sqlite:" + folder.resolve("absent").resolve("mcf.db"));

    assertThatThrownBy(() -> StoreSettings.fromEnv(env)).hasMessageContaining("absent");
  }

  @Test
  void fromEnv_postgres_isNeverPrinted() {
    env.put("MCF_STORE_URL", "jdbc:postgresql://canary:5432/canary?user=canary&password=canary");
    env.put("MCF_DATA_KEY", DataKey.generate().toBase64());

    assertThat(StoreSettings.fromEnv(env).toString()).doesNotContain("canary");
  }

  @Test
  void fromEnv_postgresWithoutKey_isRefused() {
    env.put("MCF_STORE_URL", "jdbc:postgresql://host/db");

    assertThatThrownBy(() -> StoreSettings.fromEnv(env))
        .hasMessageContaining("MCF_DATA_KEY is required");
  }

  @Test
  void fromEnv_severalKeys_firstIsCurrent() {
    DataKey current = DataKey.generate();
    DataKey former = DataKey.generate();
    env.put("MCF_STORE_URL", "jdbc:sqlite:" + database());
    env.put("MCF_DATA_KEY", current.toBase64() + " , " + former.toBase64());

    DataKeys keys = Objects.requireNonNull(StoreSettings.fromEnv(env).keys());

    assertThat(keys.current().id()).isEqualTo(current.id());
    assertThat(keys.former()).extracting(DataKey::id).containsExactly(former.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary", ",", "Y2FuYXJ5", "canary,"})
  void fromEnv_keyThatIsNone_isRefusedWithoutQuotingIt(String key) {
    env.put("MCF_DATA_KEY", key);

    assertThatThrownBy(() -> StoreSettings.fromEnv(env))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("MCF_DATA_KEY")
        .hasMessageNotContainingAny("canary", "Y2FuYXJ5");
  }

  @Test
  void fromEnv_newDatabase_hasNoKeyYetAndMakesNone() {
    env.put("MCF_STORE_URL", "jdbc:sqlite:" + database());

    assertThat(StoreSettings.fromEnv(env).keys()).isNull();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fromEnv_keyFile_isRead() {
    DataKeys made = new KeyFile(folder.resolve("mcf.db.key")).generate();
    env.put("MCF_STORE_URL", "jdbc:sqlite:" + database());

    assertThat(Objects.requireNonNull(StoreSettings.fromEnv(env).keys()).current().id())
        .isEqualTo(made.current().id());
  }

  @Test
  void fromEnv_databaseWithoutItsKeyFile_isRefused() throws IOException {
    Files.writeString(database(), "data");
    env.put("MCF_STORE_URL", "jdbc:sqlite:" + database());

    assertThatThrownBy(() -> StoreSettings.fromEnv(env))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("mcf.db.key", "MCF_DATA_KEY");
    assertThat(folder.resolve("mcf.db.key")).doesNotExist();
  }

  private Path database() {
    return folder.resolve("mcf.db");
  }
}
