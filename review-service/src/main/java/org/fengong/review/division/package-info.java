/** Who was given what, and how full their weeks are, as allocation-service tells it. */
package org.fengong.review.division;
