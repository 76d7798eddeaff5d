/** Published sets turned into data folders: a package for each source. */
package io.tsad.dataset.importers;
