package io.tsad.dashboard.scoring;

import io.tsad.dashboard.models.Model;
import java.util.concurrent.CompletableFuture;

/**
 * A job that was accepted.
 *
 * @param lease keeps its model open
 * @param result completed once
 */
record WaitingJob(Job job, Model.Lease lease, CompletableFuture<Scored> result) {
  WaitingJob(Job job, Model.Lease lease) {
    this(job, lease, new CompletableFuture<>());
  }

  int samples() {
    return job.series().values().length;
  }
}
