/** Departments: the places in the company that people belong to; kept by administrators. */
package org.fengong.members.department;
