package io.tsad.dashboard.states;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found wrong in a state, each thing once, with the first place it was met at. */
final class Findings {
  private final Map<String, String> first = new LinkedHashMap<>();
  private final Map<String, Integer> times = new LinkedHashMap<>();

  void add(Visit visit, List<String> faults) {
    String kind = Visit.kind(visit.address()).replaceFirst("\\?.*", "");
    for (String fault : faults) {
      String said = fault.length() > 300 ? fault.substring(0, 300) + "…" : fault;
      String way = visit.way().isEmpty() ? "" : " (" + visit.way() + ")";
      add(kind + " " + said, visit.language() + " " + visit.path() + way);
    }
  }

  synchronized void add(String fault, String place) {
    // The same of the next row is no news.
    String alike = fault.replaceAll("“[^“”]*\\d[^“”]*”", "“”").replaceAll("\\d+", "0");
    first.putIfAbsent(alike, "%s%n      at %s".formatted(fault, place));
    times.merge(alike, 1, Integer::sum);
  }

  synchronized List<String> lines() {
    return first.entrySet().stream()
        .map(found -> found.getValue() + ", " + times.get(found.getKey()) + " times")
        .toList();
  }
}
