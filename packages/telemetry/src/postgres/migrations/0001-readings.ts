// As SQLite's tables. `arrival` may have gaps; transaction order is arrival-watermark.ts's concern.
//
// A row of readings takes 76 B, an entry of its index 20: device and time are one number, since two
// would take 28; arrivals only ever grow, so it is enough to know the least and greatest of every 64
// pages. The view `reading` gives everything as it was sent.
import { PACKED_COLUMNS, UNPACKED } from '../packed-columns.ts'

const MEASURED = ['distance_mm', 'fill_pct', 'temp_c', 'rh_pct', 'battery_v']
/** Bits of a key that are the time: until the year 2109, and for two million devices. */
const TIME_BITS = 42

export const readings = `
CREATE TABLE devices (
  no int PRIMARY KEY GENERATED ALWAYS AS IDENTITY CHECK (no < 1 << ${63 - TIME_BITS}),
  device_id text NOT NULL UNIQUE,
  newest_at bigint,
  reading_count bigint NOT NULL DEFAULT 0,
  dirty_since bigint,
  claimed_since bigint,
  claim_mark bigint NOT NULL DEFAULT 0,
  claimed_until bigint NOT NULL DEFAULT 0
);
CREATE INDEX devices_dirty ON devices (no) 
  WHERE dirty_since IS NOT NULL OR claimed_since IS NOT NULL;

CREATE FUNCTION reading_key(device_no int, observed_at bigint) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (device_no::bigint << ${TIME_BITS})
    | greatest(0, least(observed_at, (1::bigint << ${TIME_BITS}) - 1));

CREATE SEQUENCE arrivals;
CREATE TABLE readings (
  key bigint PRIMARY KEY,
  arrival bigint NOT NULL DEFAULT nextval('arrivals'),
  content_hash int NOT NULL,
  ${PACKED_COLUMNS}
) WITH (autovacuum_vacuum_insert_scale_factor = 0.02);
CREATE INDEX readings_arrival ON readings USING brin (arrival)
  WITH (pages_per_range = 64, autosummarize = on);

CREATE VIEW reading AS
SELECT *, observed_at + received_after AS received_at FROM (
  SELECT key, arrival, content_hash,
    (key >> ${TIME_BITS})::int AS device_no,
    key & ((1::bigint << ${TIME_BITS}) - 1) AS observed_at,
    ${[...UNPACKED].map(([column, value]) => `${value} AS ${column}`).join(',\n    ')}
  FROM readings) unpacked;

CREATE TABLE stamped (
  device_no int NOT NULL,
  content_hash int NOT NULL,
  seq bigint NOT NULL,
  received_at bigint NOT NULL,
  PRIMARY KEY (device_no, content_hash, seq)
);

CREATE TABLE rejections (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  at bigint NOT NULL,
  device_id text,
  topic text NOT NULL,
  reason text NOT NULL,
  item int,
  payload bytea NOT NULL,
  payload_bytes int NOT NULL
);
CREATE INDEX rejections_of_device ON rejections (device_id, at);

CREATE TABLE daily (
  device_no int NOT NULL,
  day bigint NOT NULL,
  reading_count bigint NOT NULL,
  ${MEASURED.map(
    (m) => `${m}_count bigint NOT NULL, ${m}_total float8, ${m}_min float8, ${m}_max float8,`,
  ).join('\n  ')}
  PRIMARY KEY (device_no, day)
) WITH (fillfactor = 60);

CREATE TABLE progress (name text PRIMARY KEY, value bigint NOT NULL);
INSERT INTO progress VALUES ('rolled_up', 0), ('forwarded', 0);
CREATE TABLE dead_letters (arrival bigint PRIMARY KEY, reason text NOT NULL);
CREATE TABLE touched_hours (
  device_no int NOT NULL,
  hour bigint NOT NULL,
  mark bigint NOT NULL,
  PRIMARY KEY (device_no, hour)
);
CREATE TABLE forward_lease (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  holder text NOT NULL,
  until timestamptz NOT NULL
);
`
