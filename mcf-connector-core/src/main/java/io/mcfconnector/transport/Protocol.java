// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import io.mcfconnector.error.ApiException;
import java.util.OptionalDouble;
import okhttp3.Request;

/** What one platform wants on the wire. Implementations are safe for use by many threads. */
public interface Protocol {

  /**
   * Returns the request as it goes out, with token, time and signature. Called for each attempt,
   * since tokens and times age.
   */
  Request sign(Request request);

  /**
   * Returns the part of the answer that decoders read.
   *
   * @throws ApiException when the answer says that the call failed
   */
  Answer accept(Answer answer);

  /**
   * Replaces the credentials that a call was refused with.
   *
   * @param refused the request as it went out
   * @return whether a repeat makes sense
   */
  default boolean renewCredentials(Request refused) {
    return false;
  }

  /**
   * Turns to another authorization after the platform refused the one of a call for good.
   *
   * @param refused the request as it went out
   * @return whether a repeat makes sense
   */
  default boolean changeAuthorization(Request refused) {
    return false;
  }

  /**
   * Returns whether a request that was refused as the caller's fault would be signed with something
   * else by now, such as a corrected time, so that a repeat makes sense.
   *
   * @param refused the request as it went out
   */
  default boolean signsOtherwise(Request refused) {
    return false;
  }

  /** Returns the rate that the platform says it grants for the operation. */
  default OptionalDouble permitsPerSecond(Answer answer) {
    return OptionalDouble.empty();
  }
}
