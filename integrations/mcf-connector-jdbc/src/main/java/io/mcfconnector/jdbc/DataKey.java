// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import io.mcfconnector.error.ConfigurationException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A key of 256 bits for data at rest. Prints its id only. Immutable. */
public final class DataKey {

  private static final int BYTES = 32;
  private static final int ID_LENGTH = 16;

  private final SecretBytes secret;
  private final String id;
  private final Aead aead;

  private DataKey(SecretBytes secret) {
    this.secret = secret;
    this.id = idOf(secret);
    this.aead = aeadOf(secret);
  }

  /** Returns a new random key. */
  public static DataKey generate() {
    return new DataKey(SecretBytes.randomBytes(BYTES));
  }

  /**
   * Returns the key of this text: 32 bytes in base64.
   *
   * @throws ConfigurationException when it is anything else; the text is not quoted
   */
  public static DataKey fromBase64(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length != BYTES) {
      throw new ConfigurationException(List.of("a data key is 32 bytes in base64"));
    }
    return new DataKey(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()));
  }

  /** Returns the name of this key: 16 hexadecimal digits that follow from it and do not tell it. */
  public String id() {
    return id;
  }

  /** Returns the secret itself, for the file or vault that keeps it. */
  public String toBase64() {
    return Base64.getEncoder().encodeToString(bytesOf(secret));
  }

  Aead aead() {
    return aead;
  }

  @Override
  public String toString() {
    return "DataKey[" + id + "]";
  }

  private static String idOf(SecretBytes secret) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytesOf(secret));
      return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @AccessesPartialKey
  private static Aead aeadOf(SecretBytes secret) {
    try {
      AesGcmParameters parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(BYTES)
              .setIvSizeBytes(12)
              .setTagSizeBytes(16)
              .setVariant(AesGcmParameters.Variant.NO_PREFIX)
              .build();
      return AesGcmJce.create(
          AesGcmKey.builder().setParameters(parameters).setKeyBytes(secret).build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-256-GCM", e);
    }
  }

  private static byte[] bytesOf(SecretBytes secret) {
    return secret.toByteArray(InsecureSecretKeyAccess.get());
  }
}
