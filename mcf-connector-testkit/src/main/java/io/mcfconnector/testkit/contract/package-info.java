// SPDX-License-Identifier: Apache-2.0
/** One test class for each SPI; an implementation passes it by one small subclass. */
@NullMarked
package io.mcfconnector.testkit.contract;

import org.jspecify.annotations.NullMarked;
