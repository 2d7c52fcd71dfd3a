// SPDX-License-Identifier: Apache-2.0
/** Access tokens kept fresh: one refresh at a time for each account. For our connectors. */
@NullMarked
package io.mcfconnector.token;

import org.jspecify.annotations.NullMarked;
