package io.tsad.dashboard.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.List;

/**
 * Drags files and folders of this machine onto a page, by the browser itself: what a script makes
 * up has no folders.
 */
public final class Hand {
  /** Copying. */
  private static final int OPERATION = 1;

  private Hand() {}

  public static void drop(Page page, List<Path> files) {
    JsonObject data = new JsonObject();
    data.add("items", new JsonArray());
    JsonArray paths = new JsonArray();
    files.forEach(file -> paths.add(file.toString()));
    data.add("files", paths);
    drop(page, data);
  }

  /** Drags something that is no file. */
  static void drop(Page page, String type, String text) {
    JsonObject item = new JsonObject();
    item.addProperty("mimeType", type);
    item.addProperty("data", text);
    JsonObject data = new JsonObject();
    JsonArray items = new JsonArray();
    items.add(item);
    data.add("items", items);
    drop(page, data);
  }

  private static void drop(Page page, JsonObject data) {
    data.addProperty("dragOperationsMask", OPERATION);
    BoundingBox box = page.locator("#drop").boundingBox();
    CDPSession browser = page.context().newCDPSession(page);
    for (String type : List.of("dragEnter", "dragOver", "drop")) {
      JsonObject event = new JsonObject();
      event.addProperty("type", type);
      event.addProperty("x", box.x + box.width / 2);
      event.addProperty("y", box.y + box.height / 2);
      event.add("data", data);
      browser.send("Input.dispatchDragEvent", event);
    }
    browser.detach();
  }
}
