// SPDX-License-Identifier: Apache-2.0
/** Routes orders of every kind between simulators, in virtual time. */
@NullMarked
package io.mcfconnector.examples.demo;

import org.jspecify.annotations.NullMarked;
