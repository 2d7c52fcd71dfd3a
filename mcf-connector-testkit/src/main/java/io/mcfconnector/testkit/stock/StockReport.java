// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import java.util.Locale;

/**
 * What a stock policy made of a market, in units over all SKUs and shops.
 *
 * <p>The pool only shrinks, so an order that the network refused stays impossible, and the figures
 * of the end tell the truth of the whole run. Per SKU:
 *
 * <ul>
 *   <li><b>oversold</b> = sold units whose order the network has not taken at the end, less the
 *       units that the pool still has for them;
 *   <li><b>waiting</b> = the rest of them: the network could ship them, and the router left them
 *       with a person;
 *   <li><b>unsold</b> = buyers turned away whom an all-knowing policy would have served, but no
 *       more than it serves beyond the sold units that are not oversold. That policy sees the same
 *       people come. It sells a unit to a buyer exactly when the pool will still have one at the
 *       end of the order's hold, after what everyone elsewhere took until then. So units that
 *       others bought in the meantime are not missed, nor are units that another buyer got later.
 * </ul>
 *
 * @param policy what it was called
 * @param sold units that buyers bought at the shops
 * @param oversold sold units that can never ship
 * @param unsold units that the shops could have sold more
 * @param waiting sold units that can ship and do not
 * @param writes stock figures written to the shops, one call each
 */
public record StockReport(
    String policy, int sold, int oversold, int unsold, int waiting, int writes) {

  private static final String TEXT = "%-28s %8s %8s %8s %8s %8s";

  /** Returns the line above {@link #row}. */
  public static String header() {
    return String.format(
        Locale.ROOT, TEXT, "policy", "sold", "oversold", "unsold", "waiting", "writes");
  }

  /** Returns the figures as one line of a table. */
  public String row() {
    return String.format(Locale.ROOT, TEXT, policy, sold, oversold, unsold, waiting, writes);
  }
}
