// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

/** The empty JSON object with which Amazon confirms some writes. */
public record Acknowledgement() {}
