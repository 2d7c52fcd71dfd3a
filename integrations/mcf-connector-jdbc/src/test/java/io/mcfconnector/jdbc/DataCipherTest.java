// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.jdbc.DataCipher.Sealed;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataCipherTest {

  private static final byte[] PLAIN = "Ada Example, 1 Invented Street".getBytes(UTF_8);
  private static final byte[] CONTEXT = "order 1".getBytes(UTF_8);

  private final DataKey key = DataKey.generate();
  private final DataCipher cipher = DataCipher.aesGcm(key);

  @Test
  void open_whatWasSealed_returnsIt() {
    Sealed sealed = cipher.seal(PLAIN, CONTEXT);

    assertThat(cipher.open(sealed, CONTEXT)).isEqualTo(PLAIN);
    assertThat(sealed.keyId()).isEqualTo(key.id());
    assertThat(new String(Base64.getDecoder().decode(sealed.text()), UTF_8)).doesNotContain("Ada");
  }

  @Test
  void seal_sameTwice_looksDifferent() {
    assertThat(cipher.seal(PLAIN, CONTEXT).text()).isNotEqualTo(cipher.seal(PLAIN, CONTEXT).text());
  }

  @Test
  void open_keyNotGiven_namesTheKeys() {
    Sealed sealed = cipher.seal(PLAIN, CONTEXT);
    DataKey other = DataKey.generate();

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> DataCipher.aesGcm(other).open(sealed, CONTEXT))
        .withMessageContaining(key.id())
        .withMessageContaining(other.id())
        .withMessageContaining("former");
  }

  @Test
  void open_formerKey_returnsWhatItSealed() {
    Sealed sealed = cipher.seal(PLAIN, CONTEXT);
    DataKey current = DataKey.generate();
    DataCipher rotated = DataCipher.aesGcm(current, DataKey.generate(), key);

    assertThat(rotated.open(sealed, CONTEXT)).isEqualTo(PLAIN);
    assertThat(rotated.seal(PLAIN, CONTEXT).keyId()).isEqualTo(current.id());
  }

  @Test
  void open_otherContext_isRefused() {
    Sealed sealed = cipher.seal(PLAIN, CONTEXT);

    assertRefused(sealed, "order 2".getBytes(UTF_8));
  }

  @Test
  void open_anyChangedByte_isRefused() {
    Sealed sealed = cipher.seal(PLAIN, CONTEXT);
    byte[] bytes = Base64.getDecoder().decode(sealed.text());

    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertRefused(
          new Sealed(sealed.keyId(), Base64.getEncoder().encodeToString(changed)), CONTEXT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "not base64 at all"})
  void open_notACipherText_isRefused(String text) {
    assertRefused(new Sealed(key.id(), text), CONTEXT);
  }

  @Test
  void toString_keyAndSealed_showNoSecret() {
    Sealed sealed = cipher.seal(PLAIN, CONTEXT);

    assertThat(key.toString()).contains(key.id()).doesNotContain(key.toBase64());
    assertThat(sealed.toString()).contains(key.id()).doesNotContain(sealed.text());
    assertThat(cipher.toString()).doesNotContain(key.toBase64());
  }

  @Test
  void generate_twice_differs() {
    DataKey other = DataKey.generate();

    assertThat(other.id()).isNotEqualTo(key.id()).matches("[0-9a-f]{16}");
    assertThat(other.toBase64()).isNotEqualTo(key.toBase64());
  }

  @Test
  void fromBase64_toBase64_isTheSameKey() {
    DataKey again = DataKey.fromBase64(" " + key.toBase64() + "\n");

    assertThat(again.id()).isEqualTo(key.id());
    assertThat(DataCipher.aesGcm(again).open(cipher.seal(PLAIN, CONTEXT), CONTEXT))
        .isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c2hvcnQ=", "#secret-in-plain-text#"})
  void fromBase64_notAKey_isRefusedWithoutQuotingIt(String text) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> DataKey.fromBase64(text))
        .withMessageContaining("32 bytes in base64")
        .satisfies(
            e -> {
              if (!text.isEmpty()) {
                assertThat(e).hasMessageNotContaining(text);
              }
            })
        .withNoCause();
  }

  private void assertRefused(Sealed sealed, byte[] context) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> cipher.open(sealed, context))
        .withMessageContaining(key.id())
        .withMessageContaining("changed outside");
  }
}
