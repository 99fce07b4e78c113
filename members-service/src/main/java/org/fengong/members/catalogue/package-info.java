/** The selection of ESCO's marketing skills and occupations that comes with the product (W2). */
package org.fengong.members.catalogue;
