/**
 * Authorization at the Selling Partner API: Login with Amazon, and AWS signatures for those who
 * still want them. The AWS SDK stays behind this package.
 */
@NullMarked
package io.mcfconnector.amazon.auth;

import org.jspecify.annotations.NullMarked;
