package io.tsad.dashboard.states;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * Opens {@code /} and whatever is linked from there on: pages, files, downloads, and each GET form
 * with each of its choices. A page joins by being linked.
 */
final class Crawl {
  /** Of addresses that differ in a number only, or in what a search asks for. */
  private static final int MOST_OF_A_KIND = 60;

  private static final int MOST_SEARCHES_OF_A_KIND = 12;

  private final Set<String> files;
  private final boolean choosing;
  private final Set<String> queued = new HashSet<>();
  private final Set<String> ended = new HashSet<>();
  private final Set<String> forms = new HashSet<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private final Deque<Step> open = new ArrayDeque<>();
  private final List<Visit> visits = new ArrayList<>();

  private record Step(URI address, String way) {}

  private Crawl(Set<String> files, boolean choosing) {
    this.files = files;
    this.choosing = choosing;
  }

  /**
   * All that {@code person} comes to.
   *
   * @param files those that are part of the program and were opened before: they are the same for
   *     everybody, and opened once
   * @param choosing whether each choice of the GET forms is made, or none
   */
  static List<Visit> of(Person person, Set<String> files, boolean choosing)
      throws IOException, InterruptedException {
    Crawl crawl = new Crawl(files, choosing);
    Visit start = person.open("/");
    crawl.take(start);
    while (!crawl.open.isEmpty()) {
      Step step = crawl.open.remove();
      crawl.take(person.open(step.address(), step.way()));
    }
    return crawl.visits;
  }

  private void take(Visit visit) {
    if (!ended.add(visit.path())) {
      return; // another way to the same place
    }
    visits.add(visit);
    visit
        .page()
        .ifPresent(
            page -> {
              for (Element link : page.select("[href], [src]")) {
                String target = link.hasAttr("href") ? "href" : "src";
                add(visit, URI.create(link.absUrl(target)));
              }
              for (Element form : page.select("form:not([method=post])")) {
                if (forms.add(form.attr("action") + form.select("[name]").eachAttr("name"))) {
                  addForm(visit, form);
                }
              }
            });
  }

  private void addForm(Visit visit, Element form) {
    String action = form.hasAttr("action") ? form.absUrl("action") : visit.address().toString();
    for (List<Map.Entry<String, String>> fields :
        choosing ? FormFields.variations(form) : List.of(FormFields.asItStands(form))) {
      String query =
          fields.stream()
              .map(
                  one ->
                      one.getKey()
                          + "="
                          + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      add(visit, URI.create(action.replaceFirst("[?#].*", "") + "?" + query));
    }
  }

  private void add(Visit visit, URI found) {
    if (!String.valueOf(found.getAuthority()).equals(visit.address().getAuthority())) {
      return; // a check of its own says so
    }
    String path = Visit.path(found);
    boolean file = path.startsWith("/static/") || path.startsWith("/webjars/");
    if (file ? !files.add(path) : !queued.add(path)) {
      return;
    }
    int most = found.getRawQuery() == null ? MOST_OF_A_KIND : MOST_SEARCHES_OF_A_KIND;
    if (kinds.merge(Visit.kind(found), 1, Integer::sum) <= most) {
      open.add(new Step(URI.create(found.toString().replaceFirst("#.*", "")), visit.path()));
    }
  }
}
