package org.fengong.benchmarks.engine;

/** Who does each task in which week; −1 and −1 = the backlog. */
record Plan(int[] member, int[] week) {}
