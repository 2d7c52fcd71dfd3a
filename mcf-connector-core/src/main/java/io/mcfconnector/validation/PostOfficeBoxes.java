// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import java.util.regex.Pattern;

/** Post office boxes, written {@code PO Box 123} as the USPS does. */
final class PostOfficeBoxes {

  private static final String USUAL = "PO Box ";

  // Every part has a bound, so that a long text costs one pass.
  private static final Pattern BOX =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])"
              + "(?:p ?\\.? ?o ?\\.? ?b(?:o?x)?|post office ?(?:box|bx))"
              + "(?:[.:]| (?:no\\.?|number|num\\.?)(?=[ #0-9]))? ?(?:# ?)?"
              + "(?=[0-9]|(?<=[ #])[A-Z](?:[0-9]|(?![\\p{L}\\p{N}])))",
          Pattern.CASE_INSENSITIVE);

  private PostOfficeBoxes() {}

  /** Returns whether the country writes its boxes so. */
  static boolean areUsedIn(String country) {
    return country.equals("US") || country.equals("CA");
  }

  /** Returns the text with each box in the usual form. */
  static String reform(String text) {
    return BOX.matcher(text).replaceAll(USUAL);
  }

  /** Returns whether the text names a box. */
  static boolean isIn(String text) {
    return BOX.matcher(text).find();
  }
}
