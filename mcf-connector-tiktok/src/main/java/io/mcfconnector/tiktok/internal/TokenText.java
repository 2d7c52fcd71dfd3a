// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import java.util.regex.Pattern;

/** What a secret must look like to go out in a header or query. */
public final class TokenText {

  private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");

  private TokenText() {}

  /**
   * Returns whether the text is printable ASCII without blanks. OkHttp quotes a header value it
   * refuses, so a token must be checked before it gets there.
   */
  public static boolean isSendable(String text) {
    return PRINTABLE.matcher(text).matches();
  }
}
