-- RIGHT or WRONG, as an operator last marked it.
ALTER TABLE verdict ADD COLUMN judgement TEXT;
CREATE TABLE mark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  verdict INTEGER NOT NULL REFERENCES verdict (id) ON DELETE CASCADE,
  time INTEGER NOT NULL,
  operator TEXT,
  judgement TEXT -- null where a mark was taken back
) STRICT;
CREATE INDEX mark_verdict ON mark (verdict);
CREATE INDEX verdict_judgement ON verdict (judgement) WHERE judgement IS NOT NULL;
CREATE INDEX verdict_kept ON verdict (kept) WHERE kept IS NOT NULL;
