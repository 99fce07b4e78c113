/** Measures the planning engine on published and synthetic instances whose best values are known. */
package org.fengong.benchmarks.engine;
