// SPDX-License-Identifier: Apache-2.0
/** In-memory reference implementations of the stores: single process, state ends with it. */
@NullMarked
package io.mcfconnector.store;

import org.jspecify.annotations.NullMarked;
