/** Completes the OpenAPI documents by the rules that every operation keeps. */
package org.fengong.platform.openapi;
