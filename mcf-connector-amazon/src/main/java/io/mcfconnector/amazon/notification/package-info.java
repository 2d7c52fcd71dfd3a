/** Notifications v1: who hears of changes at Amazon, and where. */
@NullMarked
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.NullMarked;
