/** How values that every service stores look in a column. */
package org.fengong.platform.persistence;
