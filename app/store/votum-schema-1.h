/* The statements of version 1 of a case file, frozen: not a letter of them changes any more. They stand in the list of
 * every version that still has them, so this is included once for each (votum-schema.c) and has no guard. */

  "CREATE TABLE meta (\n"
  "  name TEXT NOT NULL CHECK (length (name) <= 40),\n"
  "  value TEXT NOT NULL CHECK (length (value) <= 100),\n"
  "  remark TEXT\n"
  ") STRICT",
  "CREATE UNIQUE INDEX meta_name ON meta (name)",

  /* The log grows at its end and nowhere else. digest covers the entry's rows in change, hash the entry and the hash
   * before it. */
  "CREATE TABLE log (\n"
  "  number INTEGER PRIMARY KEY CHECK (number > 0),\n"
  "  time TEXT NOT NULL CHECK (length (time) <= 40),\n"
  "  who TEXT NOT NULL CHECK (length (who) <= 1000),\n"
  "  command TEXT NOT NULL CHECK (length (command) <= 1000),\n"
  "  subject TEXT NOT NULL CHECK (length (subject) <= 65536),\n"
  "  old_value TEXT CHECK (length (old_value) <= 65536),\n"
  "  new_value TEXT CHECK (length (new_value) <= 65536),\n"
  "  reverses INTEGER NOT NULL CHECK (reverses BETWEEN 0 AND number - 1),\n"
  "  n_changes INTEGER NOT NULL CHECK (n_changes BETWEEN 0 AND 2147483647),\n"
  "  digest TEXT NOT NULL CHECK (length (digest) = 64),\n"
  "  hash TEXT NOT NULL CHECK (length (hash) = 64)\n"
  ") STRICT",
  "CREATE TRIGGER log_insert BEFORE INSERT ON log\n"
  "WHEN EXISTS (SELECT 1 FROM log WHERE number >= NEW.number)\n"
  "BEGIN SELECT raise (ABORT, 'the log grows at its end only'); END",
  "CREATE TRIGGER log_update BEFORE UPDATE ON log\n"
  "BEGIN SELECT raise (ABORT, 'the log is never changed'); END",
  "CREATE TRIGGER log_delete BEFORE DELETE ON log\n"
  "BEGIN SELECT raise (ABORT, 'the log is never shortened'); END",

  /* Up to 256 rows of one kind each, as they were and as they became: JSON. */
  "CREATE TABLE change (\n"
  "  log INTEGER NOT NULL REFERENCES log (number) DEFERRABLE INITIALLY DEFERRED,\n"
  "  seq INTEGER NOT NULL CHECK (seq > 0),\n"
  "  kind TEXT NOT NULL CHECK (length (kind) <= 40),\n"
  "  old TEXT,\n"
  "  new TEXT,\n"
  "  PRIMARY KEY (log, seq),\n"
  "  CHECK (old IS NOT NULL OR new IS NOT NULL)\n"
  ") STRICT, WITHOUT ROWID",
  "CREATE TRIGGER change_insert BEFORE INSERT ON change\n"
  "WHEN EXISTS (SELECT 1 FROM change WHERE (log, seq) >= (NEW.log, NEW.seq))\n"
  "BEGIN SELECT raise (ABORT, 'the log grows at its end only'); END",
  "CREATE TRIGGER change_update BEFORE UPDATE ON change\n"
  "BEGIN SELECT raise (ABORT, 'the log is never changed'); END",
  "CREATE TRIGGER change_delete BEFORE DELETE ON change\n"
  "BEGIN SELECT raise (ABORT, 'the log is never shortened'); END",

  /* value: a decimal as text, none where state is 1 (not observed) */
  "CREATE TABLE mark (\n"
  "  round INTEGER NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  entrant INTEGER NOT NULL REFERENCES entrant (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  juror INTEGER NOT NULL REFERENCES juror (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  criterion INTEGER NOT NULL REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  value TEXT CHECK (length (value) <= 24),\n"
  "  state INTEGER NOT NULL CHECK (state IN (0, 1)),\n"
  "  comment TEXT CHECK (length (comment) <= 65536),\n"
  "  entered_by TEXT CHECK (length (entered_by) <= 1000),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16),\n"
  "  PRIMARY KEY (round, entrant, juror, criterion),\n"
  "  CHECK ((state = 0) = (value IS NOT NULL))\n"
  ") STRICT, WITHOUT ROWID",

  "CREATE TABLE scale (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  min TEXT NOT NULL CHECK (length (min) <= 24),\n"
  "  max TEXT NOT NULL CHECK (length (max) <= 24),\n"
  "  step TEXT NOT NULL CHECK (length (step) <= 24),\n"
  "  direction TEXT CHECK (direction IN ('rising', 'falling')),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX scale_key ON scale (key_folded)",

  "CREATE TABLE level (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  scale INTEGER NOT NULL REFERENCES scale (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  value TEXT NOT NULL CHECK (length (value) <= 24),\n"
  "  label TEXT CHECK (length (label) <= 1048576),\n"
  "  description TEXT CHECK (length (description) <= 1048576),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX level_key ON level (key_folded)",

  "CREATE TABLE rule (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  method TEXT CHECK (method IN ('marks', 'rank-sum', 'borda', 'places')),\n"
  "  correction TEXT CHECK (correction IN ('none', 'clip', 'drop', 'median')),\n"
  "  margins TEXT CHECK (length (margins) <= 1000),\n"
  "  \"drop\" INTEGER CHECK (\"drop\" BETWEEN 0 AND 2147483647),\n"
  "  round_mark INTEGER CHECK (round_mark BETWEEN 0 AND 2147483647),\n"
  "  round_panel INTEGER CHECK (round_panel BETWEEN 0 AND 2147483647),\n"
  "  round_weighted INTEGER CHECK (round_weighted BETWEEN 0 AND 2147483647),\n"
  "  round_result INTEGER CHECK (round_result BETWEEN 0 AND 2147483647),\n"
  "  round_total INTEGER CHECK (round_total BETWEEN 0 AND 2147483647),\n"
  "  rounding TEXT CHECK (rounding IN ('half-up', 'half-even')),\n"
  "  weighting TEXT CHECK (weighting IN ('shares', 'factors')),\n"
  "  missing TEXT CHECK (missing IN ('local', 'global')),\n"
  "  minimum INTEGER CHECK (minimum BETWEEN 0 AND 2147483647),\n"
  "  round_weights TEXT CHECK (length (round_weights) <= 1000),\n"
  "  tie_breaks TEXT CHECK (length (tie_breaks) <= 1000),\n"
  "  change_limit TEXT CHECK (length (change_limit) <= 24),\n"
  "  note TEXT CHECK (length (note) <= 1048576),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX rule_key ON rule (key_folded)",

  "CREATE TABLE award (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  kind TEXT CHECK (kind IN ('jury', 'mystery-contact', 'index', 'interview')),\n"
  "  name TEXT NOT NULL CHECK (length (name) <= 1048576),\n"
  "  year INTEGER CHECK (year BETWEEN 0 AND 2147483647),\n"
  "  organiser TEXT CHECK (length (organiser) <= 1000),\n"
  "  partners TEXT CHECK (length (partners) <= 65536),\n"
  "  languages TEXT CHECK (length (languages) <= 1000),\n"
  "  place TEXT CHECK (length (place) <= 1000),\n"
  "  ceremony TEXT CHECK (length (ceremony) <= 40),\n"
  "  blind INTEGER CHECK (blind IN (0, 1)),\n"
  "  visibility TEXT CHECK (visibility IN ('after-opening', 'after-handing-in', 'always')),\n"
  "  names_finalists INTEGER CHECK (names_finalists IN (0, 1)),\n"
  "  scale INTEGER REFERENCES scale (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  rule INTEGER REFERENCES rule (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  template TEXT CHECK (length (template) <= 1000),\n"
  "  basis TEXT CHECK (length (basis) <= 1048576),\n"
  "  stages TEXT CHECK (length (stages) <= 1048576),\n"
  "  documents TEXT CHECK (length (documents) <= 1048576),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX award_key ON award (key_folded)",

  "CREATE TABLE class (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  name TEXT NOT NULL CHECK (length (name) <= 1048576),\n"
  "  position INTEGER CHECK (position BETWEEN 0 AND 2147483647),\n"
  "  scale INTEGER REFERENCES scale (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  rule INTEGER REFERENCES rule (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX class_key ON class (key_folded)",

  "CREATE TABLE indicator (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  name TEXT NOT NULL CHECK (length (name) <= 1048576),\n"
  "  unit TEXT CHECK (length (unit) <= 1000),\n"
  "  direction TEXT CHECK (direction IN ('rising', 'falling')),\n"
  "  minimum INTEGER CHECK (minimum BETWEEN 0 AND 2147483647),\n"
  "  points TEXT CHECK (length (points) <= 1000),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX indicator_key ON indicator (key_folded)",

  "CREATE TABLE criterion (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  parent INTEGER REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  class INTEGER REFERENCES class (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  position INTEGER CHECK (position BETWEEN 0 AND 2147483647),\n"
  "  kind TEXT CHECK (kind IN ('judged', 'group', 'measured', 'observed')),\n"
  "  weight TEXT CHECK (length (weight) <= 24),\n"
  "  name TEXT NOT NULL CHECK (length (name) <= 1048576),\n"
  "  description TEXT CHECK (length (description) <= 1048576),\n"
  "  low TEXT CHECK (length (low) <= 1048576),\n"
  "  middle TEXT CHECK (length (middle) <= 1048576),\n"
  "  high TEXT CHECK (length (high) <= 1048576),\n"
  "  evidence TEXT CHECK (length (evidence) <= 200),\n"
  "  scale INTEGER REFERENCES scale (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  indicator INTEGER REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX criterion_key ON criterion (key_folded)",

  "CREATE TABLE entrant (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  name TEXT NOT NULL CHECK (length (name) <= 1000),\n"
  "  kind TEXT CHECK (kind IN ('organisation', 'person')),\n"
  "  class INTEGER REFERENCES class (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  alias TEXT CHECK (length (alias) <= 1000),\n"
  "  status TEXT CHECK (status IN ('entered', 'shortlisted', 'finalist', 'withdrawn', 'disqualified')),\n"
  "  position INTEGER CHECK (position BETWEEN 0 AND 2147483647),\n"
  "  place TEXT CHECK (length (place) <= 1000),\n"
  "  web TEXT CHECK (length (web) <= 1000),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX entrant_key ON entrant (key_folded)",

  "CREATE TABLE section (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  entrant INTEGER NOT NULL REFERENCES entrant (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  position INTEGER CHECK (position BETWEEN 0 AND 2147483647),\n"
  "  heading TEXT CHECK (length (heading) <= 1000),\n"
  "  language TEXT CHECK (length (language) <= 1000),\n"
  "  criterion INTEGER REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  text TEXT NOT NULL CHECK (length (text) <= 65536),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX section_key ON section (key_folded)",

  "CREATE TABLE contact_person (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  entrant INTEGER NOT NULL REFERENCES entrant (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  name TEXT NOT NULL CHECK (length (name) <= 1000),\n"
  "  role TEXT CHECK (length (role) <= 1000),\n"
  "  email TEXT CHECK (length (email) <= 1000),\n"
  "  phone TEXT CHECK (length (phone) <= 1000),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX contact_person_key ON contact_person (key_folded)",

  "CREATE TABLE measure (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  entrant INTEGER NOT NULL REFERENCES entrant (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  indicator INTEGER NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  value TEXT NOT NULL CHECK (length (value) <= 24),\n"
  "  answers INTEGER CHECK (answers BETWEEN 0 AND 2147483647),\n"
  "  period TEXT CHECK (length (period) <= 1000),\n"
  "  source TEXT CHECK (length (source) <= 1000),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX measure_key ON measure (key_folded)",

  "CREATE TABLE juror (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  name TEXT NOT NULL CHECK (length (name) <= 1000),\n"
  "  organisation TEXT CHECK (length (organisation) <= 1000),\n"
  "  email TEXT CHECK (length (email) <= 1000),\n"
  "  roles TEXT CHECK (length (roles) <= 200),\n"
  "  position INTEGER CHECK (position BETWEEN 0 AND 2147483647),\n"
  "  public_key TEXT CHECK (length (public_key) <= 1000),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX juror_key ON juror (key_folded)",

  "CREATE TABLE recusal (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  juror INTEGER NOT NULL REFERENCES juror (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  entrant INTEGER REFERENCES entrant (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  class INTEGER REFERENCES class (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  degree TEXT CHECK (degree IN ('not-marking', 'out-of-the-room', 'declared-only')),\n"
  "  reason TEXT CHECK (length (reason) <= 65536),\n"
  "  time TEXT CHECK (length (time) <= 40),\n"
  "  declared_by TEXT CHECK (length (declared_by) <= 1000),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX recusal_key ON recusal (key_folded)",

  "CREATE TABLE round (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  name TEXT CHECK (length (name) <= 1048576),\n"
  "  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 2147483647),\n"
  "  kind TEXT CHECK (kind IN ('individual', 'after-visit', 'consensus', 'revote')),\n"
  "  state TEXT CHECK (state IN ('open', 'sealed', 'opened')),\n"
  "  opened TEXT CHECK (length (opened) <= 40),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX round_key ON round (key_folded)",

  "CREATE TABLE round_entry (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  round INTEGER NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  entrant INTEGER NOT NULL REFERENCES entrant (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX round_entry_key ON round_entry (key_folded)",

  "CREATE TABLE visit (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  entrant INTEGER NOT NULL REFERENCES entrant (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  planned TEXT CHECK (length (planned) <= 40),\n"
  "  started TEXT CHECK (length (started) <= 40),\n"
  "  ended TEXT CHECK (length (ended) <= 40),\n"
  "  place TEXT CHECK (length (place) <= 1000),\n"
  "  jurors TEXT CHECK (length (jurors) <= 65536),\n"
  "  hosts TEXT CHECK (length (hosts) <= 65536),\n"
  "  plan TEXT CHECK (length (plan) <= 65536),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX visit_key ON visit (key_folded)",

  "CREATE TABLE question (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  visit INTEGER NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  criterion INTEGER REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  position INTEGER CHECK (position BETWEEN 0 AND 2147483647),\n"
  "  text TEXT NOT NULL CHECK (length (text) <= 65536),\n"
  "  finding TEXT CHECK (length (finding) <= 65536),\n"
  "  state TEXT CHECK (state IN ('open', 'confirmed', 'refuted', 'unclear')),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX question_key ON question (key_folded)",

  "CREATE TABLE note (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  visit INTEGER REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  entrant INTEGER NOT NULL REFERENCES entrant (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  author INTEGER REFERENCES juror (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  kind TEXT CHECK (kind IN ('observation', 'strength', 'improvement', 'quote', 'question')),\n"
  "  criterion INTEGER REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  speaker TEXT CHECK (length (speaker) <= 1000),\n"
  "  level TEXT CHECK (level IN ('leader', 'manager', 'staff')),\n"
  "  time TEXT CHECK (length (time) <= 40),\n"
  "  text TEXT NOT NULL CHECK (length (text) <= 65536),\n"
  "  use TEXT CHECK (use IN ('mine', 'jury', 'quotable', 'quotable-unnamed')),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX note_key ON note (key_folded)",

  "CREATE TABLE attachment (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  entrant INTEGER REFERENCES entrant (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  note INTEGER REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  name TEXT NOT NULL CHECK (length (name) <= 1000),\n"
  "  title TEXT CHECK (length (title) <= 1000),\n"
  "  media_type TEXT CHECK (length (media_type) <= 1000),\n"
  "  size INTEGER CHECK (size BETWEEN 0 AND 2147483647),\n"
  "  digest TEXT CHECK (length (digest) <= 1000),\n"
  "  file TEXT CHECK (length (file) <= 1000),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX attachment_key ON attachment (key_folded)",

  "CREATE TABLE casting_vote (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  class INTEGER REFERENCES class (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  round INTEGER REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  entrant INTEGER NOT NULL REFERENCES entrant (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 2147483647),\n"
  "  reason TEXT NOT NULL CHECK (length (reason) <= 65536),\n"
  "  time TEXT CHECK (length (time) <= 40),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX casting_vote_key ON casting_vote (key_folded)",

  "CREATE TABLE decision (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  class INTEGER REFERENCES class (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  entrant INTEGER REFERENCES entrant (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  round INTEGER REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  outcome TEXT NOT NULL CHECK (outcome IN ('winner', 'place', 'shared', 'none', 'honourable-mention', 'finalist')),\n"
  "  place INTEGER CHECK (place BETWEEN 0 AND 2147483647),\n"
  "  votes_for INTEGER CHECK (votes_for BETWEEN 0 AND 2147483647),\n"
  "  votes_against INTEGER CHECK (votes_against BETWEEN 0 AND 2147483647),\n"
  "  abstained INTEGER CHECK (abstained BETWEEN 0 AND 2147483647),\n"
  "  reason TEXT CHECK (length (reason) <= 65536),\n"
  "  minority TEXT CHECK (length (minority) <= 65536),\n"
  "  time TEXT CHECK (length (time) <= 40),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX decision_key ON decision (key_folded)",

  "CREATE TABLE citation (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  class INTEGER REFERENCES class (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  entrant INTEGER REFERENCES entrant (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  language TEXT NOT NULL CHECK (length (language) <= 1000),\n"
  "  form TEXT CHECK (form IN ('name-first', 'name-last')),\n"
  "  version INTEGER CHECK (version BETWEEN 0 AND 2147483647),\n"
  "  text TEXT NOT NULL CHECK (length (text) <= 65536),\n"
  "  quote TEXT CHECK (length (quote) <= 65536),\n"
  "  quote_source TEXT CHECK (length (quote_source) <= 1000),\n"
  "  time TEXT CHECK (length (time) <= 40),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX citation_key ON citation (key_folded)",

  "CREATE TABLE citation_link (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  citation INTEGER NOT NULL REFERENCES citation (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  start INTEGER NOT NULL CHECK (start BETWEEN 0 AND 2147483647),\n"
  "  \"end\" INTEGER NOT NULL CHECK (\"end\" BETWEEN 0 AND 2147483647),\n"
  "  note INTEGER REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  measure INTEGER REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  section INTEGER REFERENCES section (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX citation_link_key ON citation_link (key_folded)",

  "CREATE TABLE content (\n"
  "  digest TEXT NOT NULL CHECK (length (digest) = 64),\n"
  "  data BLOB NOT NULL CHECK (length (data) <= 67108864)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX content_digest ON content (digest)",
