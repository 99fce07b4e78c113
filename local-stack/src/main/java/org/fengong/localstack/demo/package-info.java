/** The main job on a machine of one's own, told as a story: load a team, plan, agree, work, review, and see the effect. */
package org.fengong.localstack.demo;
