/** Tables of members, in and out. */
package org.fengong.members.imports;
