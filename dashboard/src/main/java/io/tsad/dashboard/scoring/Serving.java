package io.tsad.dashboard.scoring;

import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.ServingChange;
import io.tsad.dashboard.models.ServingMemory;
import io.tsad.dashboard.models.Shelf.By;
import io.tsad.dashboard.models.Shelf.Chosen;
import io.tsad.dashboard.store.StoreException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which model served when, and who chose it, as the history has it.
 *
 * @param folder of the models: those of another one are no choice between these
 */
public record Serving(History history, Path folder, InstantSource clock) implements ServingMemory {
  public Serving {
    folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public Optional<Chosen> last() throws StoreException {
    return changes().stream()
        .findFirst()
        .map(
            change ->
                new Chosen(
                    change.model(),
                    change.reason().equals(By.PERSON.toString()) ? By.PERSON : By.STAYED));
  }

  @Override
  public void note(Chosen chosen, @Nullable String operator) throws StoreException {
    history.record(
        new ServingChange(
            clock.instant(), operator, folder.toString(), chosen.model(), chosen.by().toString()));
  }

  /** All changes, newest first. */
  public List<ServingChange> changes() throws StoreException {
    return history.servingChanges(folder.toString());
  }
}
