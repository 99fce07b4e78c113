/** Lists in pages behind an opaque cursor. */
package org.fengong.platform.paging;
