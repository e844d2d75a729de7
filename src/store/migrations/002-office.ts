/** The office that reports: one row at most, written anew whole. Never edited after release. */
export const OFFICE = `
CREATE TABLE office (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  unit     TEXT,
  head     TEXT,
  reviewer TEXT,
  filler   TEXT,
  phone    TEXT
) STRICT;
`;
