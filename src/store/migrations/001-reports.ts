/**
 * Reports, their saved states and the files they were read from. States are only ever added: the last one is the
 * report, the others are its history. Moments are milliseconds since 1970. Never edited after release.
 */
export const REPORTS = `
CREATE TABLE report (
  key          INTEGER PRIMARY KEY,
  -- What the window calls it.
  id           TEXT NOT NULL UNIQUE,
  form         TEXT NOT NULL,
  unit         TEXT,
  year         INTEGER,
  -- The number of the last state.
  head         INTEGER NOT NULL,
  changed_at   INTEGER NOT NULL,
  submitted    INTEGER,
  submitted_at INTEGER,
  -- How the report stands, as the window told it with the last state: JSON.
  standing     TEXT NOT NULL CHECK (json_valid(standing)),
  -- Who has written all the states after the number since.
  writer       TEXT,
  since        INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE revision (
  report INTEGER NOT NULL REFERENCES report (key),
  number INTEGER NOT NULL CHECK (number >= 1),
  at     INTEGER NOT NULL,
  -- 1: body is the report as JSON. 0: body is the patch that makes it out of the state before. Both deflated.
  whole  INTEGER NOT NULL CHECK (whole IN (0, 1) AND (whole = 1 OR number > 1)),
  body   BLOB NOT NULL,
  -- SHA-256 of the report as JSON: what was rebuilt from patches is proved by it.
  hash   BLOB NOT NULL CHECK (length(hash) = 32),
  -- A named state is a version.
  name   TEXT,
  PRIMARY KEY (report, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE original (
  report   INTEGER NOT NULL REFERENCES report (key),
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  -- Deflated.
  bytes    BLOB NOT NULL,
  PRIMARY KEY (report, position)
) STRICT;

CREATE TRIGGER revision_follows BEFORE INSERT ON revision
WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM revision WHERE report = NEW.report)
BEGIN SELECT RAISE (ABORT, 'revisions follow one another'); END;

CREATE TRIGGER revision_fixed BEFORE UPDATE OF report, number, at, whole, body, hash ON revision
BEGIN SELECT RAISE (ABORT, 'revisions are never changed'); END;

CREATE TRIGGER revision_stays BEFORE DELETE ON revision
BEGIN SELECT RAISE (ABORT, 'revisions are never deleted'); END;

CREATE TRIGGER original_fixed BEFORE UPDATE ON original
BEGIN SELECT RAISE (ABORT, 'originals are never changed'); END;

CREATE TRIGGER original_stays BEFORE DELETE ON original
BEGIN SELECT RAISE (ABORT, 'originals are never deleted'); END;

CREATE TRIGGER report_stays BEFORE DELETE ON report
BEGIN SELECT RAISE (ABORT, 'reports are never deleted'); END;
`;
