/** What Amazon's refusals mean, as one table. May change any day. */
@NullMarked
package io.mcfconnector.amazon.internal.error;

import org.jspecify.annotations.NullMarked;
