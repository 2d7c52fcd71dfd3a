// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/** What the check-up looks at before a shop goes live. {@code docs/go-live.md} explains each. */
public enum Check {
  /** Orders can be written to the store and read back. */
  STORE,
  /** The store's clock agrees with the router's. */
  STORE_CLOCK,
  /** What the store seals, its key opens. */
  DATA_KEY,
  /** The duties can be scheduled. */
  SCHEDULER,
  /** The sales channel answers. */
  CHANNEL_CONNECTION,
  /** The sales channel's clock agrees with the one that requests are signed with. */
  CHANNEL_CLOCK,
  /** The sales channel knows the application and its secret. */
  CHANNEL_CREDENTIALS,
  /** The seller's authorization is valid, and for long. */
  CHANNEL_AUTHORIZATION,
  /** The authorization grants every right that routing needs. */
  CHANNEL_SCOPES,
  /** The authorization opens the shop, under the key it is configured with. */
  CHANNEL_SHOP,
  /** The shop is of a market and kind that is routed. */
  CHANNEL_REGION,
  /** Shop and seller are in business. */
  CHANNEL_SELLER,
  /** The warehouses that are served exist and sell. */
  CHANNEL_WAREHOUSES,
  /** The warehouses that take only the network's own numbers are named. */
  CHANNEL_GUARD,
  /** The channel takes the network's carrier for orders that the seller ships. */
  CHANNEL_CARRIERS,
  /** The seller, and not the channel, ships the orders of late. */
  CHANNEL_SHIPPING,
  /** The channel tells of changes at the right address. */
  CHANNEL_PUSH,
  /** The network answers. */
  NETWORK_CONNECTION,
  /** The network's clock agrees with ours. */
  NETWORK_CLOCK,
  /** The network knows the application and its secret. */
  NETWORK_CREDENTIALS,
  /** The seller's authorization is valid. */
  NETWORK_AUTHORIZATION,
  /** The application may make the calls of fulfillment. */
  NETWORK_ACCESS,
  /** Endpoint and marketplace belong together and to the seller. */
  NETWORK_REGION,
  /** The account has a name that outlives its authorization. */
  NETWORK_ACCOUNT,
  /** Orders can be read in the configured version. */
  NETWORK_ORDERS,
  /** The network tells of changes in the right queue. */
  NETWORK_PUSH,
  /** Everything on sale is mapped. */
  SKUS_MAPPED,
  /** The network knows everything that is mapped. */
  MSKUS_KNOWN,
  /** The network has units of everything that is mapped. */
  MSKUS_IN_STOCK,
  /** The network would ship what is mapped. */
  NETWORK_PREVIEW
}
