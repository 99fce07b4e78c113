/** How the members find their work, asked in a few words each week; nobody but the lead reads what they write. */
package org.fengong.review.pulse;
