/** Requests to other departments (P4): a task that needs their people asks for them, and their lead answers. */
package org.fengong.allocation.request;
