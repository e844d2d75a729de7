/**
 * Reports, their saved states and the files they were read from. States are only ever added: the last one is the
 * report, the others are its history. Never edited after release.
 */
export const REPORTS = `
CREATE TABLE report (
  id           TEXT PRIMARY KEY,
  form         TEXT NOT NULL,
  unit         TEXT,
  year         INTEGER,
  -- The number of the last state.
  head         INTEGER NOT NULL,
  changed_at   TEXT NOT NULL,
  submitted    INTEGER,
  submitted_at TEXT,
  -- How the report stands, as the window told it with the last state: JSON.
  standing     TEXT NOT NULL CHECK (json_valid(standing))
) STRICT;

CREATE TABLE revision (
  report TEXT NOT NULL REFERENCES report (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  at     TEXT NOT NULL,
  -- The report as JSON, deflated.
  body   BLOB NOT NULL,
  -- A named state is a version.
  name   TEXT,
  PRIMARY KEY (report, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER revision_stays BEFORE DELETE ON revision
BEGIN SELECT RAISE (ABORT, 'revisions are never deleted'); END;

CREATE TRIGGER revision_fixed BEFORE UPDATE OF report, number, at, body ON revision
BEGIN SELECT RAISE (ABORT, 'revisions are never changed'); END;

CREATE TABLE original (
  report   TEXT NOT NULL REFERENCES report (id),
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  -- Deflated.
  bytes    BLOB NOT NULL,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;
`;
