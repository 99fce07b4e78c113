/** The main job on a machine of one's own: load a team, plan, publish, live through the weeks, review. */
package org.fengong.localstack.demo;
