// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.Region.EUROPE;
import static io.mcfconnector.amazon.Region.FAR_EAST;
import static io.mcfconnector.amazon.Region.NORTH_AMERICA;

import java.util.Arrays;
import java.util.Optional;

/**
 * One of Amazon's country stores, named by its country (ISO 3166-1 alpha-2).
 *
 * @see <a href="https://developer-docs.amazon.com/sp-api/docs/marketplace-ids">Amazon's list</a>
 */
public enum Marketplace {
  /** United States. */
  US("ATVPDKIKX0DER", NORTH_AMERICA),
  /** Canada. */
  CA("A2EUQ1WTGCTBG2", NORTH_AMERICA),
  /** Mexico. */
  MX("A1AM78C64UM0Y8", NORTH_AMERICA),
  /** Brazil. */
  BR("A2Q3Y263D00KWC", NORTH_AMERICA),
  /** United Kingdom. */
  GB("A1F83G8C2ARO7P", EUROPE),
  /** Germany. */
  DE("A1PA6795UKMFR9", EUROPE),
  /** France. */
  FR("A13V1IB3VIYZZH", EUROPE),
  /** Italy. */
  IT("APJ6JRA9NG5V4", EUROPE),
  /** Spain. */
  ES("A1RKKUPIHCS9HS", EUROPE),
  /** Netherlands. */
  NL("A1805IZSGTT6HS", EUROPE),
  /** Sweden. */
  SE("A2NODRKZP88ZB9", EUROPE),
  /** Poland. */
  PL("A1C3SOZRARQ6R3", EUROPE),
  /** Belgium. */
  BE("AMEN7PMS3EDWL", EUROPE),
  /** Ireland. */
  IE("A28R8C7NBKEWEA", EUROPE),
  /** Turkey. */
  TR("A33AVAJ2PDY3EV", EUROPE),
  /** United Arab Emirates. */
  AE("A2VIGQ35RCS4UG", EUROPE),
  /** Saudi Arabia. */
  SA("A17E79C6D8DWNP", EUROPE),
  /** Egypt. */
  EG("ARBP9OOSHTCHU", EUROPE),
  /** South Africa. */
  ZA("AE08WJ6YKNBMC", EUROPE),
  /** India. */
  IN("A21TJRUUN4KGV", EUROPE),
  /** Japan. */
  JP("A1VC38T7YXB528", FAR_EAST),
  /** Australia. */
  AU("A39IBJ37TRP1C6", FAR_EAST),
  /** Singapore. */
  SG("A19VAU5U5O7RUS", FAR_EAST);

  private final String id;
  private final Region region;

  Marketplace(String id, Region region) {
    this.id = id;
    this.region = region;
  }

  /** Returns the marketplace of Amazon's id. */
  public static Optional<Marketplace> of(String id) {
    return Arrays.stream(values()).filter(marketplace -> marketplace.id.equals(id)).findFirst();
  }

  /** Returns Amazon's id, such as {@code ATVPDKIKX0DER}. */
  public String id() {
    return id;
  }

  /** Returns the country, ISO 3166-1 alpha-2. */
  public String countryCode() {
    return name();
  }

  /** Returns the region whose endpoint serves it. */
  public Region region() {
    return region;
  }
}
