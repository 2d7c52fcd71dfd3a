// SPDX-License-Identifier: Apache-2.0
/** A Spring Boot application that routes the orders of one shop. */
@NullMarked
package io.mcfconnector.examples.spring;

import org.jspecify.annotations.NullMarked;
