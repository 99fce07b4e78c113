/** What is wrong with a division of labour, told with who, when, how much and against which threshold. */
package org.fengong.review.finding;
