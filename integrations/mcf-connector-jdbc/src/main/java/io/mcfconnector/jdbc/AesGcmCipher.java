// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import com.google.crypto.tink.Aead;
import io.mcfconnector.error.StoreException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Seals with the current key and opens with any that is known. Immutable. */
final class AesGcmCipher implements DataCipher {

  private final DataKey current;
  private final Map<String, Aead> primitives = new HashMap<>();

  AesGcmCipher(DataKey current, DataKey... former) {
    this.current = current;
    primitives.put(current.id(), current.aead());
    for (DataKey key : former) {
      primitives.put(key.id(), key.aead());
    }
  }

  @Override
  public Sealed seal(byte[] plain, byte[] context) {
    try {
      byte[] bytes = current.aead().encrypt(plain, context);
      return new Sealed(current.id(), Base64.getEncoder().encodeToString(bytes));
    } catch (GeneralSecurityException e) {
      throw new StoreException("Data cannot be sealed with key " + current.id() + ".", e);
    }
  }

  @Override
  public byte[] open(Sealed sealed, byte[] context) {
    Aead aead = primitives.get(sealed.keyId());
    if (aead == null) {
      throw new StoreException(
          "Stored data was sealed with key "
              + sealed.keyId()
              + ", but the data keys given are "
              + String.join(", ", new TreeSet<>(primitives.keySet()))
              + ". Give the key it was sealed with, as a former one if a new one is in use.");
    }
    try {
      return aead.decrypt(Base64.getDecoder().decode(sealed.text()), context);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new StoreException(
          "Stored data sealed with key "
              + sealed.keyId()
              + " was changed outside of the connector and cannot be opened. Restore it from a"
              + " backup, or erase it.",
          e);
    }
  }
}
