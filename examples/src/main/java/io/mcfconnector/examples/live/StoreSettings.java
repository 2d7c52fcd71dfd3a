// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.error.ConfigurationException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where state is kept and what seals it.
 *
 * @param keys {@code null} when the first start has to make a key file
 */
record StoreSettings(StorePlace place, @Nullable DataKeys keys) {

  private static final String DEFAULT_URL = "jdbc:sqlite:mcf-connector.db";

  /**
   * Returns what the environment says.
   *
   * @throws ConfigurationException when that cannot work
   */
  static StoreSettings fromEnv(Map<String, String> env) {
    StorePlace place = placeFromEnv(env);
    String keys = LiveConfig.value(env, "MCF_DATA_KEY", "");
    if (!keys.isEmpty()) {
      return new StoreSettings(place, DataKeys.parse(keys, "MCF_DATA_KEY"));
    }
    if (place instanceof SqliteFile file) {
      return new StoreSettings(place, keysBeside(file));
    }
    throw new ConfigurationException(
        List.of("MCF_DATA_KEY is required with PostgreSQL (32 bytes in base64)"));
  }

  /** Returns only where state is kept, for commands that need no key. */
  static StorePlace placeFromEnv(Map<String, String> env) {
    return StorePlace.parse(LiveConfig.value(env, "MCF_STORE_URL", DEFAULT_URL));
  }

  private static @Nullable DataKeys keysBeside(SqliteFile file) {
    KeyFile keyFile = file.keyFile();
    if (keyFile.exists()) {
      return keyFile.read();
    }
    if (file.hasData()) {
      throw new ConfigurationException(
          List.of(
              "the data key of "
                  + file
                  + " is missing: put "
                  + keyFile.path()
                  + " back, or set MCF_DATA_KEY; a new key could not open what is there"));
    }
    return null;
  }
}
