// SPDX-License-Identifier: Apache-2.0
/** Tests of a host without the platforms: virtual time, sample orders, contracts of the SPIs. */
@NullMarked
package io.mcfconnector.testkit;

import org.jspecify.annotations.NullMarked;
