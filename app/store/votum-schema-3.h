  "CREATE TABLE hand_out (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  juror INTEGER NOT NULL REFERENCES juror (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 2147483647),\n"
  "  time TEXT CHECK (length (time) <= 40),\n"
  "  origin TEXT CHECK (length (origin) <= 1000),\n"
  "  recipients TEXT CHECK (length (recipients) <= 1000),\n"
  "  token TEXT CHECK (length (token) <= 1000),\n"
  "  signing_key TEXT CHECK (length (signing_key) <= 1000),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX hand_out_key ON hand_out (key_folded)",

  "CREATE TABLE ballot (\n"
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 2147483647),\n"
  "  key TEXT NOT NULL CHECK (length (key) BETWEEN 1 AND 160),\n"
  "  key_folded TEXT NOT NULL,\n"
  "  juror INTEGER NOT NULL REFERENCES juror (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  round INTEGER NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,\n"
  "  number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 2147483647),\n"
  "  state TEXT CHECK (state IN ('handed-in', 'sealed', 'replaced', 'opened', 'late')),\n"
  "  time TEXT CHECK (length (time) <= 40),\n"
  "  taken_in TEXT CHECK (length (taken_in) <= 40),\n"
  "  origin TEXT CHECK (length (origin) <= 1000),\n"
  "  criteria TEXT CHECK (length (criteria) <= 1000),\n"
  "  receipt TEXT CHECK (length (receipt) <= 1000),\n"
  "  reason TEXT CHECK (length (reason) <= 65536),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX ballot_key ON ballot (key_folded)",

  "CREATE TABLE secret (\n"
  "  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 40),\n"
  "  public_key BLOB NOT NULL CHECK (length (public_key) = 32),\n"
  "  operations INTEGER NOT NULL CHECK (operations BETWEEN 0 AND 16),\n"
  "  memory INTEGER NOT NULL CHECK (memory BETWEEN 0 AND 1073741824),\n"
  "  salt BLOB NOT NULL CHECK (length (salt) IN (0, 16)),\n"
  "  nonce BLOB NOT NULL CHECK (length (nonce) IN (0, 24)),\n"
  "  secret BLOB NOT NULL CHECK (length (secret) BETWEEN 32 AND 112),\n"
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"
  ") STRICT",
  "CREATE UNIQUE INDEX secret_name ON secret (name)",
