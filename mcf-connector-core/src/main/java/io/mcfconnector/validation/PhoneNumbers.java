// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;

/**
 * Writes phone numbers as {@code +12175550100}, with {@code x7} for an extension.
 *
 * <p>A number counts when its length is possible where it belongs. Whether its area code is in use
 * is not asked: numbering plans grow faster than libraries do.
 */
final class PhoneNumbers {

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final int LIMIT = AddressPart.PHONE.limit();

  /** Digits that people type only to get on. */
  private static final Pattern ONE_DIGIT = Pattern.compile("([0-9])\\1*");

  private PhoneNumbers() {}

  /** Returns the number in its international form; empty when the text is no phone number. */
  static String format(String text, String country) {
    String formatted = formatOnce(text, country);
    // What reads differently when it is read again is no number to rely on.
    return formatted.isEmpty() || formatted.equals(formatOnce(formatted, country)) ? formatted : "";
  }

  private static String formatOnce(String text, String country) {
    PhoneNumber number;
    try {
      number = LIBRARY.parse(text, country);
    } catch (NumberParseException e) {
      return "";
    }
    String national = LIBRARY.getNationalSignificantNumber(number);
    if (!LIBRARY.isPossibleNumber(number)
        || LIBRARY.isPossibleNumberWithReason(number)
            != PhoneNumberUtil.ValidationResult.IS_POSSIBLE
        || ONE_DIGIT.matcher(national).matches()) {
      return "";
    }
    String formatted = LIBRARY.format(number, PhoneNumberFormat.E164);
    if (number.getExtension().isEmpty()) {
      return formatted.length() <= LIMIT ? formatted : "";
    }
    String extended = formatted + " x" + number.getExtension();
    return extended.length() <= LIMIT ? extended : formatted;
  }
}
