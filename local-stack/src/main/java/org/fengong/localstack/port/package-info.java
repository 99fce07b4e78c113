/** TCP ports of this machine. */
package org.fengong.localstack.port;
