// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

/**
 * What TikTok may say beside its yes to a tracking number. The parcel is shipped all the same. The
 * meanings are TikTok's, the words are not: it does not publish them.
 */
public enum ShippingWarning {
  /** The check took too long; nothing is known. */
  VERIFICATION_TIMED_OUT("tracking number verification timed out"),
  /** No carrier has numbers like this: it is never scanned, the order stays to be collected. */
  NO_PROVIDER_FOR_NUMBER("no provider found for the tracking number"),
  /** More than one carrier has numbers like this. */
  SEVERAL_PROVIDERS("several providers match the tracking number"),
  /** The provider, or its service, is not known; the parcel is never scanned either. */
  NO_PROVIDER_OR_SERVICE("no shipping provider or service found"),
  /** The number has the form of another provider's, which the text names. */
  OTHER_PROVIDER("tracking number looks like provider");

  private final String words;

  ShippingWarning(String words) {
    this.words = words;
  }

  /** Returns the text of an answer; a provider is named where the meaning needs one. */
  String text(String likelyProvider) {
    return this == OTHER_PROVIDER ? words + " " + likelyProvider : words;
  }

  /** Returns whether a carrier can ever scan the parcel. */
  boolean isTraceable() {
    return this != NO_PROVIDER_FOR_NUMBER && this != NO_PROVIDER_OR_SERVICE;
  }
}
