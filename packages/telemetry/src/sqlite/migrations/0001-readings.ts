// The readings table is inbox, outbox and history. Its rowid is the arrival number; a table in the
// order of its key would be half empty pages, since every device writes to the end of its own part.
// Values with a fraction are kept as thousandths where that is exact (2 or 3 bytes for 8), else as
// the double that was sent: an integer in such a column is thousandths, a real is itself.
export const readings = `
CREATE TABLE devices (
  no INTEGER PRIMARY KEY,
  device_id TEXT NOT NULL UNIQUE,
  newest_at INTEGER,
  reading_count INTEGER NOT NULL DEFAULT 0,
  dirty_since INTEGER,
  claimed_since INTEGER,
  claim_mark INTEGER NOT NULL DEFAULT 0,
  claimed_until INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX devices_dirty ON devices (no) 
  WHERE dirty_since IS NOT NULL OR claimed_since IS NOT NULL;

CREATE TABLE readings (
  arrival INTEGER PRIMARY KEY,
  device_no INTEGER NOT NULL,
  observed_at INTEGER NOT NULL,
  received_after INTEGER NOT NULL,
  seq INTEGER,
  flags INTEGER NOT NULL,
  distance_mm INTEGER,
  fill_pct INTEGER,
  temp_c INTEGER,
  rh_pct INTEGER,
  battery_v INTEGER,
  rssi_dbm INTEGER,
  tilt_deg INTEGER,
  lid_opens INTEGER,
  content_hash INTEGER NOT NULL
);
CREATE UNIQUE INDEX readings_identity ON readings (device_no, observed_at);

CREATE VIEW reading AS SELECT
  arrival, device_no, observed_at, observed_at + received_after AS received_at, seq, flags,
  distance_mm,
  CASE typeof(fill_pct) WHEN 'integer' THEN fill_pct / 1000.0 ELSE fill_pct END AS fill_pct,
  CASE typeof(temp_c) WHEN 'integer' THEN temp_c / 1000.0 ELSE temp_c END AS temp_c,
  CASE typeof(rh_pct) WHEN 'integer' THEN rh_pct / 1000.0 ELSE rh_pct END AS rh_pct,
  CASE typeof(battery_v) WHEN 'integer' THEN battery_v / 1000.0 ELSE battery_v END AS battery_v,
  rssi_dbm, tilt_deg, lid_opens
FROM readings;

-- Readings under the server's time, for as long as a repeat of them is one reading. seq -1: none.
CREATE TABLE stamped (
  device_no INTEGER NOT NULL,
  content_hash INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (device_no, content_hash, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE rejections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  device_id TEXT,
  topic TEXT NOT NULL,
  reason TEXT NOT NULL,
  item INTEGER,
  payload BLOB NOT NULL,
  payload_bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX rejections_of_device ON rejections (device_id, at);

-- One row a device and UTC day, of all readings that ever came, removed ones too.
CREATE TABLE daily (
  device_no INTEGER NOT NULL,
  day INTEGER NOT NULL,
  reading_count INTEGER NOT NULL,
  ${['distance_mm', 'fill_pct', 'temp_c', 'rh_pct', 'battery_v']
    .map((m) => `${m}_count INTEGER NOT NULL, ${m}_total REAL, ${m}_min REAL, ${m}_max REAL,`)
    .join('\n  ')}
  PRIMARY KEY (device_no, day)
) WITHOUT ROWID;

-- 'rolled_up', 'forwarded': arrival numbers up to which that is done; 'kept_from': observed time
-- from which on no reading was ever removed; 'probed': the last time that writing was tried.
CREATE TABLE progress (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE dead_letters (arrival INTEGER PRIMARY KEY, reason TEXT NOT NULL) STRICT;
-- Hours whose rollup in InfluxDB is not up to date. The mark tells a touch from an earlier one.
CREATE TABLE touched_hours (
  device_no INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  PRIMARY KEY (device_no, hour)
) STRICT, WITHOUT ROWID;
`
