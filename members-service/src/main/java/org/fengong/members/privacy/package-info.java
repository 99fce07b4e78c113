/** What a person may ask of the company: all that is kept of them, and that it is kept no longer (GDPR art. 15, 17 and 20). */
package org.fengong.members.privacy;
