package io.tsad.dashboard.states.check;

import io.tsad.dashboard.states.Visit;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Links lead to this site, those within the page to something on it, and no two things share an id.
 */
final class LinkCheck implements PageCheck {
  @Override
  public List<String> faults(Visit visit) {
    return visit.page().map(page -> faults(visit, page)).orElse(List.of());
  }

  private static List<String> faults(Visit visit, Document page) {
    List<String> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Element element : page.select("[id]")) {
      if (!ids.add(element.id())) {
        faults.add("has the id " + element.id() + " twice");
      }
    }
    for (Element link : page.select("[href], [src], form[action]")) {
      String attribute = link.hasAttr("href") ? "href" : link.hasAttr("src") ? "src" : "action";
      String target = link.attr(attribute);
      if (target.startsWith("#")) {
        if (!ids.contains(target.substring(1))) {
          faults.add("has nothing that " + target + " leads to");
        }
      } else if (!visit
          .address()
          .resolve(URI.create(link.absUrl(attribute)))
          .getAuthority()
          .equals(visit.address().getAuthority())) {
        faults.add("leads to another site: " + target);
      }
    }
    for (Element element : page.select("[aria-labelledby], [aria-describedby], label[for]")) {
      for (String attribute : List.of("aria-labelledby", "aria-describedby", "for")) {
        for (String id : element.attr(attribute).split("\\s+", -1)) {
          if (!id.isEmpty() && !ids.contains(id)) {
            faults.add("has no " + id + ", which " + attribute + " names");
          }
        }
      }
    }
    return faults;
  }
}
