// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

/**
 * Seals buyer data and tokens before they are stored. Implement it to keep the key in a key
 * management service; {@link #aesGcm} holds it in this process. Implementations are thread-safe.
 */
public interface DataCipher {

  /**
   * Seals bytes with the current key.
   *
   * @param context what the bytes belong to; the same must be given to open them
   */
  Sealed seal(byte[] plain, byte[] context);

  /**
   * Opens what {@link #seal} returned, now or long ago.
   *
   * @throws io.mcfconnector.error.StoreException that names the key id when its key is not here, or
   *     the bytes were changed, or belong to another context
   */
  byte[] open(Sealed sealed, byte[] context);

  /**
   * Returns a cipher that seals with AES-256-GCM.
   *
   * @param current seals and opens
   * @param former open what was sealed before the key was changed
   */
  static DataCipher aesGcm(DataKey current, DataKey... former) {
    return new AesGcmCipher(current, former);
  }

  /**
   * What was sealed, and the id of the key that opens it.
   *
   * @param keyId names the key; no secret, at most 200 characters
   * @param text unreadable without the key; base64 or any other text
   */
  record Sealed(String keyId, String text) {

    @Override
    public String toString() {
      return "Sealed[key " + keyId + "]";
    }
  }
}
