/** Plans (S4): asked for by a lead, solved in the background, read with their reasons, published with care. */
package org.fengong.allocation.plan;
