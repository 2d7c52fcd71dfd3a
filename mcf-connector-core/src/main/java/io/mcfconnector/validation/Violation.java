// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import io.mcfconnector.model.ReviewCode;

/**
 * One reason why an order must not be shipped as it is.
 *
 * @param path where in the order, such as {@code destination.postalCode}
 * @param code the kind of trouble, for a review
 * @param message what is wrong and what to do, in one sentence; no buyer data
 */
public record Violation(String path, ReviewCode code, String message) {}
