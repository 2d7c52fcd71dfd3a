// SPDX-License-Identifier: Apache-2.0
/** Routes the orders of the shop that the environment names. */
@NullMarked
package io.mcfconnector.examples.live;

import org.jspecify.annotations.NullMarked;
