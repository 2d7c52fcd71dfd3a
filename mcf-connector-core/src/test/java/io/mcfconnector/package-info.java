/** Tests of the router through its facade, in virtual time. */
@NullMarked
package io.mcfconnector;

import org.jspecify.annotations.NullMarked;
