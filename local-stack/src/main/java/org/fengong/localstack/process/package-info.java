/** Processes of this machine that this one has not started itself. */
package org.fengong.localstack.process;
