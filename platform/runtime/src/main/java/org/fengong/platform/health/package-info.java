/** Which of the things a service needs are there. The database's check is the data source's own. */
package org.fengong.platform.health;
