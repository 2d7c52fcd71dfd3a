// SPDX-License-Identifier: Apache-2.0
/** What the router tells its host while it works. */
@NullMarked
package io.mcfconnector.event;

import org.jspecify.annotations.NullMarked;
