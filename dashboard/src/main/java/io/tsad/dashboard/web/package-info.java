/** What pages and the API share of HTTP: who asks, what may be asked, and how a fault is told. */
package io.tsad.dashboard.web;
