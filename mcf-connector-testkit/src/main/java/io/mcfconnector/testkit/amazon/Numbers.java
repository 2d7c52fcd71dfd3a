// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** Ids and tracking numbers that follow from the order id, so that every run shows the same. */
final class Numbers {

  private Numbers() {}

  static String shipmentId(String seed) {
    return "D" + hash("shipment " + seed).toString(36).substring(0, 8);
  }

  static int packageNumber(String seed) {
    return hash("package " + seed).mod(BigInteger.valueOf(Integer.MAX_VALUE)).intValueExact();
  }

  static String packageId(String seed) {
    return "PKG-" + hash("package " + seed).toString(16).substring(0, 12);
  }

  static String amazonTrackingNumber(String seed) {
    return "AFTN" + digits("aftn " + seed, 13);
  }

  static String trackingNumber(String carrierCode, String seed) {
    String carrier = carrierCode.toUpperCase(Locale.ROOT);
    if (carrier.startsWith("AM")) {
      return "TBA" + digits(seed, 12);
    }
    if (carrier.startsWith("UPS")) {
      return "1Z" + digits(seed, 16);
    }
    if (carrier.startsWith("USPS")) {
      return "94" + digits(seed, 20);
    }
    return digits(seed, 12);
  }

  private static String digits(String seed, int count) {
    String number = hash(seed).mod(BigInteger.TEN.pow(count)).toString();
    return "0".repeat(count - number.length()) + number;
  }

  private static BigInteger hash(String seed) {
    try {
      return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(seed.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
