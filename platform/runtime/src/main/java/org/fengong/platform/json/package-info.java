/** JSON: strict for what callers send, lenient for what other services send. */
package org.fengong.platform.json;
