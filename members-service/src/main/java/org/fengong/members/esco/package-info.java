/** Files in the form of the ESCO classification of the European Commission: how they are read and answered. */
package org.fengong.members.esco;
