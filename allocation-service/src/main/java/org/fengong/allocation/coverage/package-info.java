/** Coverage (S3): what tasks need of each skill against what the team's members can give. */
package org.fengong.allocation.coverage;
