/** What services' pages for people have in common: languages, words and numbers, style and what a browser may run. */
package org.fengong.platform.page;
