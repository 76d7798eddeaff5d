package io.tsad.dashboard.api;

import io.javalin.http.UploadedFile;
import io.tsad.dashboard.upload.SeriesUpload;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Layout;
import io.tsad.runtime.series.Series;
import io.tsad.runtime.series.SeriesCursor;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The series of all files of a form, one file after the other. */
public final class FormCursor implements SeriesCursor {
  private final Iterator<UploadedFile> files;
  private final SeriesUpload upload;
  private final Layout layout;
  private @Nullable SeriesCursor open;

  public FormCursor(Iterator<UploadedFile> files, SeriesUpload upload, Layout layout) {
    this.files = files;
    this.upload = upload;
    this.layout = layout;
  }

  @Override
  public @Nullable Series next() throws InvalidSeriesException {
    while (true) {
      if (open != null) {
        Series series = open.next();
        if (series != null) {
          return series;
        }
        close();
      }
      if (!files.hasNext()) {
        return null;
      }
      UploadedFile file = files.next();
      open = upload.open(file.content(), file.filename(), layout);
    }
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
