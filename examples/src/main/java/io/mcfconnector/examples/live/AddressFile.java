// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.mcfconnector.model.Address;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** An address in a JSON file, with the names of {@link Address}. Messages quote nothing of it. */
final class AddressFile {

  static final Map<String, Part> PARTS = parts();

  private static final int LARGEST = 64 * 1024;
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private AddressFile() {}

  /** A part of an address: how it is read and set. */
  record Part(
      Function<Address, String> getter,
      BiFunction<Address.Builder, String, Address.Builder> setter) {

    String of(Address address) {
      return getter.apply(address);
    }
  }

  private static Map<String, Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("name", new Part(Address::name, Address.Builder::name));
    parts.put("line1", new Part(Address::line1, Address.Builder::line1));
    parts.put("line2", new Part(Address::line2, Address.Builder::line2));
    parts.put("line3", new Part(Address::line3, Address.Builder::line3));
    parts.put("city", new Part(Address::city, Address.Builder::city));
    parts.put("stateOrRegion", new Part(Address::stateOrRegion, Address.Builder::stateOrRegion));
    parts.put("postalCode", new Part(Address::postalCode, Address.Builder::postalCode));
    parts.put("countryCode", new Part(Address::countryCode, Address.Builder::countryCode));
    parts.put("phone", new Part(Address::phone, Address.Builder::phone));
    return Collections.unmodifiableMap(parts);
  }

  /**
   * Reads a file.
   *
   * @throws UsageException when it cannot be read, is no object of texts, or has a part that an
   *     address has not
   */
  static Address read(Path file) {
    Address.Builder address = Address.builder();
    for (Map.Entry<?, ?> entry : object(file).entrySet()) {
      Part part = PARTS.get(String.valueOf(entry.getKey()));
      if (part == null || !(entry.getValue() instanceof String text)) {
        throw new UsageException(
            "the file of the address may hold these parts, as texts, and no other: "
                + String.join(", ", PARTS.keySet()));
      }
      address = part.setter.apply(address, text);
    }
    return address.build();
  }

  private static Map<?, ?> object(Path file) {
    try (InputStream input = Files.newInputStream(file)) {
      byte[] bytes = input.readNBytes(LARGEST + 1);
      if (bytes.length <= LARGEST
          && Objects.requireNonNullElse(JSON.fromJson(new String(bytes, UTF_8)), "")
              instanceof Map<?, ?> object) {
        return object;
      }
      throw new UsageException("the file of the address is no JSON object of at most 64 KiB");
    } catch (IOException | JsonDataException e) {
      // What the parser says may quote the address.
      throw new UsageException(
          "the file of the address cannot be read as JSON (" + e.getClass().getSimpleName() + ")");
    }
  }
}
