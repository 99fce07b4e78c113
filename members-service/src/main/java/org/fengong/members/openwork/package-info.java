/** Open work: what members still have to do by the assignments of allocation-service, to be seen before somebody leaves. */
package org.fengong.members.openwork;
