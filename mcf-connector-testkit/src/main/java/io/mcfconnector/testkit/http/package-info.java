// SPDX-License-Identifier: Apache-2.0
/** What both simulators share: the loopback server, planned faults, the log of exchanges. */
@NullMarked
package io.mcfconnector.testkit.http;

import org.jspecify.annotations.NullMarked;
