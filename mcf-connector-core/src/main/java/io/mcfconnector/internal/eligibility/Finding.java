// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal.eligibility;

/**
 * What became of judging an order.
 *
 * @param rule name of the rule that decided
 * @param verdict what it says
 */
public record Finding(String rule, Verdict verdict) {}
