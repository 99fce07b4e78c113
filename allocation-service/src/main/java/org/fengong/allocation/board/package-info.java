/** Who does what this week and next, as a team looks at it together: a page that keeps itself fresh, and the same as JSON. */
package org.fengong.allocation.board;
