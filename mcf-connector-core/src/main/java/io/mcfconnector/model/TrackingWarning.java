// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * What a channel said beside its yes to a tracking number. The parcel counts as shipped.
 *
 * @param kind what it doubts
 * @param text its own words
 */
public record TrackingWarning(Kind kind, String text) {

  /** What a channel may doubt. */
  public enum Kind {
    /** It could not check the number in time. */
    NOT_VERIFIED,
    /** It knows no provider with such numbers. */
    PROVIDER_NOT_FOUND,
    /** Several providers have such numbers. */
    SEVERAL_PROVIDERS,
    /** It knows neither provider nor service. */
    SERVICE_NOT_FOUND,
    /** The number looks like one of another provider. */
    OTHER_PROVIDER,
    /** Words this version does not know. */
    UNKNOWN
  }
}
