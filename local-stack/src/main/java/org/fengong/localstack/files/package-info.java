/** Files and directories that more than one process of this machine looks at. */
package org.fengong.localstack.files;
