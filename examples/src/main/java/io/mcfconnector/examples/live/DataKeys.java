// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.jdbc.DataCipher;
import io.mcfconnector.jdbc.DataKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys that seal buyer data and tokens.
 *
 * @param current seals
 * @param former open what was sealed before the key was changed
 */
record DataKeys(DataKey current, List<DataKey> former) {

  /** Copies the list. */
  DataKeys {
    former = List.copyOf(former);
  }

  /**
   * Returns the keys of a text: each in base64, the current one first, with commas between.
   *
   * @param source the variable or file that the problem names
   * @throws ConfigurationException when the text is anything else; it is not quoted
   */
  static DataKeys parse(String text, String source) {
    List<DataKey> keys = new ArrayList<>();
    try {
      for (String key : text.strip().split(",", -1)) {
        keys.add(DataKey.fromBase64(key));
      }
    } catch (ConfigurationException e) {
      throw new ConfigurationException(
          List.of(
              source
                  + " must hold 32 bytes in base64, or several of them with commas between, the"
                  + " current one first"));
    }
    return new DataKeys(keys.get(0), keys.subList(1, keys.size()));
  }

  DataCipher cipher() {
    return DataCipher.aesGcm(current, former.toArray(DataKey[]::new));
  }
}
