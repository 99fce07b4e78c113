/** The local issuer of tokens: its key pair and what it signs. */
package org.fengong.localstack.security;
