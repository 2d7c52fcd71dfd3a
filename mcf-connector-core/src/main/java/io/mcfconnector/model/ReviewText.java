// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * What a review code means to the person who decides, in words that need no manual. The note of a
 * review adds what is special about its order.
 *
 * @param what what happened
 * @param why why it matters
 * @param toDo what to do about it
 * @param deadline which clock runs
 */
public record ReviewText(String what, String why, String toDo, String deadline) {

  private static final String SHIP =
      "The order must be at Amazon and on its way before the channel's ship-by time; later it"
          + " counts as late, and the channel may cancel it by itself.";
  private static final String CONFIRM =
      "The channel must have the tracking number before its ship-by time; later the order counts as"
          + " late, and the channel may cancel it although the parcel is on its way.";
  private static final String SOON =
      "No clock of the channel runs for it, but the buyer waits: settle it the same day.";

  /** Returns the words for a code. */
  public static ReviewText of(ReviewCode code) {
    return switch (code) {
      case UNMAPPED_SKU ->
          new ReviewText(
              "A SKU of this order is in no SKU mapping.",
              "Nobody has said which Amazon product belongs to it, so nothing can be sent.",
              "Map the SKU to one or more Amazon MSKUs. All orders that wait for it go on at once.",
              SHIP);
      case MIXED_CART ->
          new ReviewText(
              "Amazon can ship some lines of this order and not the others.",
              "The order is kept together: shipping a part of it is a decision of yours.",
              "Make the missing lines shippable and try again, or ship the order yourself, or cancel"
                  + " it.",
              SHIP);
      case ADDRESS_MASKED ->
          new ReviewText(
              "The channel hides the address of the buyer.",
              "Amazon cannot deliver to an address with hidden parts.",
              "Usually the channel shows the address when the order may be shipped, and the order"
                  + " goes on by itself. If it does not, enter the address.",
              SHIP);
      case ADDRESS_INCOMPLETE ->
          new ReviewText(
              "A part of the address is missing or cannot be right.",
              "The parcel would come back or never arrive.",
              "Ask the buyer for the address and enter it, or cancel the order.",
              SHIP);
      case ADDRESS_TOO_LONG ->
          new ReviewText(
              "A part of the address is longer than Amazon takes.",
              "Cutting it could send the parcel to another door.",
              "Enter a shorter form of the address that the buyer agrees to.",
              SHIP);
      case ADDRESS_UNSUPPORTED ->
          new ReviewText(
              "The address is in a place that Amazon does not deliver to from your stock.",
              "Amazon refuses such an order.",
              "Ship it by other means and skip it here, enter another address of the buyer, or"
                  + " cancel the order.",
              SHIP);
      case ADDRESS_CHANGED ->
          new ReviewText(
              "The buyer changed the address after Amazon had the order.",
              "Amazon still ships to the old address.",
              "Cancel it in Seller Central if it does not ship yet, then send it again under a new"
                  + " id to the new address. Try again lets it go on to the old one.",
              "Amazon packs within hours: act at once.");
      case OUT_OF_STOCK ->
          new ReviewText(
              "Amazon has too few units for this order.",
              "It cannot be shipped before new stock arrives.",
              "Send stock and try again, ship it by other means and skip it here, or cancel it.",
              SHIP);
      case STOCK_UNKNOWN ->
          new ReviewText(
              "Amazon does not say how many units of a SKU it has.",
              "The order might be accepted and never ship.",
              "Check in Seller Central that the MSKU exists and is in stock, then try again.",
              SHIP);
      case CREATE_REFUSED ->
          new ReviewText(
              "Amazon refused the order.",
              "Nothing ships until the reason that Amazon names is removed.",
              "Repair what Amazon names, then try again; or ship it by other means and skip it here,"
                  + " or cancel it.",
              SHIP);
      case CREATE_UNCERTAIN ->
          new ReviewText(
              "It is not clear whether Amazon has the order.",
              "Sending it under a new id could ship it twice; doing nothing could ship it never.",
              "Look the order up in Seller Central. Try again asks Amazon first, and the same id"
                  + " never ships twice.",
              SHIP);
      case CREATE_CONFLICT ->
          new ReviewText(
              "Amazon has a different order under the id of this one, or one that somebody else made"
                  + " for it.",
              "One of the two was not made by this router, or was changed by hand. Both together"
                  + " would ship the order twice.",
              "Compare both in Seller Central and cancel the wrong one there. Try again then. Send it"
                  + " again under a new id only if this order never shipped.",
              SHIP);
      case AMAZON_UNFULFILLABLE ->
          new ReviewText(
              "Amazon took the order and found no unit that it can ship.",
              "What is left of the order will never ship under the old id.",
              "Send stock, then send it again under a new id; or ship it by other means, or cancel"
                  + " it.",
              SHIP);
      case AMAZON_INVALID ->
          new ReviewText(
              "Amazon took the order and then found it invalid.",
              "It will never ship under the old id.",
              "Check address and MSKUs. Enter a better address, or send it again under a new id, or"
                  + " cancel it.",
              SHIP);
      case AMAZON_CANCELLED ->
          new ReviewText(
              "The order was cancelled at Amazon, but the channel still wants it shipped.",
              "Nothing ships, and the buyer waits.",
              "Send it again under a new id, or cancel it at the channel.",
              SHIP);
      case CARRIER_UNKNOWN ->
          new ReviewText(
              "The carrier of a parcel is not known to the channel.",
              "The channel takes a tracking number only with one of its own providers.",
              "Add the carrier to the carrier mapping, then try again.",
              CONFIRM);
      case TRACKING_REFUSED ->
          new ReviewText(
              "The channel did not take a tracking number.",
              "To the channel the order is not shipped.",
              "Compare the number with what the channel shows for the order, enter it there if need"
                  + " be, then try again.",
              CONFIRM);
      case TRACKING_WARNING ->
          new ReviewText(
              "The channel took a tracking number and warned about it.",
              "A number that shows no movement counts as a false one.",
              "Check that number and carrier belong together. Correct a wrong number, which the channel"
                  + " allows once; try again accepts it.",
              SOON);
      case CORRECTION_SPENT ->
          new ReviewText(
              "A tracking number would have to be corrected a second time.",
              "The channel lets a number be corrected only once.",
              "Settle it with the support of the channel, then skip the order here, or try again.",
              SOON);
      case WAREHOUSE_GUARD ->
          new ReviewText(
              "The tracking number is not one of Amazon's own.",
              "The channel switches a warehouse for Amazon orders off after a few such parcels.",
              "Ask Amazon for its own number. Try again goes on with what Amazon shows then. Release"
                  + " it, if that is offered, to send this number all the same; it counts, as one"
                  + " entered by hand does.",
              CONFIRM);
      case CANCEL_TOO_LATE ->
          new ReviewText(
              "The order is cancelled, or shall be, but Amazon does not stop it.",
              "The buyer may get a parcel that nobody pays for.",
              "Look the order up in Seller Central, ask the carrier to return the parcel, or settle"
                  + " it with the buyer. Stop, where it is offered, asks Amazon once more; try again"
                  + " lets it ship.",
              "The carrier can stop a parcel only on its first day or two.");
      case UNITS_CANCELLED ->
          new ReviewText(
              "The buyer cancelled some units of the order, or asks to, and Amazon has all of it.",
              "Amazon stops a whole order or none of it; left alone, it ships all of it.",
              "Stop it, then send the rest again under a new id; or try again, which lets it ship."
                  + " Shipping rejects a request that is still open.",
              "Amazon packs within hours: act at once. The channel grants an open request by itself"
                  + " when its time to answer is over.");
      case PARCEL_LOST ->
          new ReviewText(
              "A parcel that left Amazon will not arrive.",
              "The buyer waits for it and will ask the channel for the money.",
              "Look the parcel up in Seller Central, settle it with the buyer and claim it at Amazon."
                  + " The units count as shipped at the channel, so they cannot be sent again under"
                  + " this order. Try again goes on with its other parcels.",
              "The channel's delivery time for the order; after it the buyer may ask for a refund.");
      case DEADLINE_AT_RISK ->
          new ReviewText(
              "The channel's clock for this order runs out soon.",
              "A late order costs points of the shop, and the channel may cancel it by itself.",
              "Look up in Seller Central why it does not move; ship it by other means, or cancel it."
                  + " Try again goes on waiting.",
              SHIP);
      case AUTHORIZATION_LOST ->
          new ReviewText(
              "A platform no longer lets this application do what the order needs.",
              "Nothing moves until the seller authorizes the application again.",
              "Let the seller authorize the application again, then try again.",
              SHIP);
      case UNSUPPORTED_ORDER ->
          new ReviewText(
              "This order is not of a kind that goes to Amazon by itself.",
              "A rule keeps it back, or the router cannot handle it; the details say which.",
              "Decide who ships it: release it if that is offered, try again when the cause is gone,"
                  + " ship it by other means and skip it here, or cancel it.",
              SHIP);
    };
  }
}
