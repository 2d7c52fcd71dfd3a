// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Protocol;
import okhttp3.Request;

/** TikTok's authorization host: nothing is signed, the envelope is the same. Thread-safe. */
public final class TokenProtocol implements Protocol {

  /** Creates the protocol. */
  public TokenProtocol() {}

  @Override
  public Request sign(Request request) {
    return request;
  }

  @Override
  public Answer accept(Answer answer) {
    return Envelope.of(answer).unwrap();
  }
}
