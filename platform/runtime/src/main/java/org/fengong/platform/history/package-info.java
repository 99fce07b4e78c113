/** What was changed of things, by whom, when and why. */
package org.fengong.platform.history;
