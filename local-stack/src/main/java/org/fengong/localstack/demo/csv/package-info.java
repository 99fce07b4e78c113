/** A team and its work as CSV files, in the form that the sample's README describes. */
package org.fengong.localstack.demo.csv;
