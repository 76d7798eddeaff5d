-- Which model scores where a request names none: the last of its folder of models is in force.
CREATE TABLE serving_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL,
  operator TEXT,
  folder TEXT NOT NULL, -- that holds one folder a model
  model TEXT NOT NULL,
  reason TEXT NOT NULL -- who or what chose it, as Shelf.By names it
) STRICT;
CREATE INDEX serving_change_folder ON serving_change (folder);
