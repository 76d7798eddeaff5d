CREATE TABLE verdict (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL, -- milliseconds since 1970
  origin TEXT NOT NULL,
  operator TEXT,
  name TEXT NOT NULL,
  samples INTEGER NOT NULL,
  kept TEXT, -- key of the kept series
  verdict TEXT NOT NULL,
  probability REAL NOT NULL,
  threshold REAL NOT NULL,
  model TEXT NOT NULL,
  version TEXT NOT NULL,
  flags TEXT NOT NULL -- separated by spaces
) STRICT;
CREATE INDEX verdict_time ON verdict (time);
CREATE TABLE threshold_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL,
  operator TEXT,
  model TEXT NOT NULL,
  version TEXT NOT NULL,
  previous REAL NOT NULL,
  value REAL NOT NULL
) STRICT;
CREATE INDEX threshold_change_version ON threshold_change (version);
