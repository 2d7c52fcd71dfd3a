// SPDX-License-Identifier: Apache-2.0
/** Tries stock policies in a market of invented buyers, in virtual time: who oversells how much. */
@NullMarked
package io.mcfconnector.testkit.stock;

import org.jspecify.annotations.NullMarked;
