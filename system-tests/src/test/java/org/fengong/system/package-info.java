/** Journeys and faults against the packaged suite, as its clients and operators meet it. */
package org.fengong.system;
