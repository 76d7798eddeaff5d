CREATE TABLE account (
  name TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  password TEXT NOT NULL, -- as Password writes it
  created INTEGER NOT NULL -- milliseconds since 1970
) STRICT;
CREATE TABLE token (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL REFERENCES account (name) ON DELETE CASCADE,
  label TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE, -- SHA-256 of the token
  created INTEGER NOT NULL
) STRICT;
