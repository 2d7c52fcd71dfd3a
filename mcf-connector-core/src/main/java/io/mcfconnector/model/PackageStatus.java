// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** Where one parcel is. */
public enum PackageStatus {
  /** Not shipped yet; a number may exist already. */
  PENDING,
  /** Left the building. */
  SHIPPED,
  /** Delivered. */
  DELIVERED,
  /** Lost, destroyed, refused or expired: it will not arrive. */
  UNDELIVERABLE,
  /** A word this version does not know. */
  UNKNOWN
}
