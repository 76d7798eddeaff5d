/** What an installation can do, what it lacks, and how to get it. */
package io.tsad.runtime.doctor;
