package io.tsad.dashboard.api;

import io.tsad.dashboard.history.ServingChange;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.Shelf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which model serves, as programs are told. */
public final class ServingJson {
  private ServingJson() {}

  /** Why none scores where none is named, one clause in English; empty if one does. */
  public static Optional<String> silence(Shelf shelf) {
    String chosen = shelf.chosen() == null ? "" : shelf.chosen().model();
    return shelf
        .silence()
        .map(
            why ->
                switch (why) {
                  case NO_MODEL -> "there is no model";
                  case NOT_CHOSEN -> "there are several models, and nobody has chosen one";
                  case GONE -> "the folder of the model that is to serve, " + chosen + ", is gone";
                  case REFUSED ->
                      "the folder of the model that is to serve, " + chosen + ", is refused";
                });
  }

  static Map<String, Object> of(Shelf shelf, List<ServingChange> changes) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", shelf.active().map(Model::name).orElse(null));
    fields.put("chosen", shelf.chosen() == null ? null : shelf.chosen().model());
    fields.put("by", shelf.chosen() == null ? null : shelf.chosen().by().toString());
    fields.put("problem", silence(shelf).orElse(null));
    fields.put("changes", changes.stream().map(ServingJson::change).toList());
    return fields;
  }

  private static Map<String, Object> change(ServingChange change) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", change.time().toString());
    fields.put("operator", change.operator());
    fields.put("model", change.model());
    fields.put("by", change.reason());
    return fields;
  }
}
