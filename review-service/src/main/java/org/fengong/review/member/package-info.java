/** Members as members-service tells of them: their names, for reading only, and the time they have. */
package org.fengong.review.member;
