// SPDX-License-Identifier: Apache-2.0
/** Which orders may go, by an ordered list of rules. Not for hosts. */
@NullMarked
package io.mcfconnector.internal.eligibility;

import org.jspecify.annotations.NullMarked;
