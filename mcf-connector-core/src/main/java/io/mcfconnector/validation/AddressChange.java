// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

/**
 * One thing that normalization changed in an address; tells which part and how, never the text.
 *
 * @param part the part as {@link io.mcfconnector.model.Address} names it
 * @param kind how it was changed
 */
public record AddressChange(String part, Kind kind) {

  @Override
  public String toString() {
    return part + " " + kind;
  }

  /** How a part was changed. */
  public enum Kind {
    /** Control, invisible and direction characters were removed. */
    INVISIBLE_REMOVED,
    /** Letters and their marks were composed to Unicode NFC. */
    COMPOSED,
    /** Line breaks and runs of blanks became one blank, outer ones none. */
    BLANKS_COLLAPSED,
    /** Characters outside ISO 8859-1 were replaced by the Latin letters nearest to them. */
    TRANSLITERATED,
    /**
     * Text was left out: characters that no Latin letters stand for, such as emoji, or a phone
     * number (or its extension) that is none.
     */
    DROPPED,
    /** A full name became the official code. */
    NAME_TO_CODE,
    /** A code was written in capitals. */
    UPPER_CASED,
    /**
     * A postal code, phone number, post office box or military city was brought into its usual
     * form.
     */
    REFORMED,
    /** An empty part that has no meaning in the country, but that Amazon wants, became "N/A". */
    FILLED,
    /** Text was moved between the lines, at word borders, so that each line fits. */
    MOVED
  }
}
