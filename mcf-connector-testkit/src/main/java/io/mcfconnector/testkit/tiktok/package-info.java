// SPDX-License-Identifier: Apache-2.0
/** A TikTok Shop that runs inside a test: strict, stateful, and alive on a test's clock. */
@NullMarked
package io.mcfconnector.testkit.tiktok;

import org.jspecify.annotations.NullMarked;
