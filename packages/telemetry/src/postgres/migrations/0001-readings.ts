// As SQLite's tables. `arrival` may have gaps; transaction order is arrival-watermark.ts's concern.
const MEASURED = ['distance_mm', 'fill_pct', 'temp_c', 'rh_pct', 'battery_v']

export const readings = `
CREATE TABLE devices (
  no int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
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

CREATE SEQUENCE arrivals;
CREATE TABLE readings (
  observed_at bigint NOT NULL,
  received_at bigint NOT NULL,
  arrival bigint NOT NULL DEFAULT nextval('arrivals'),
  content_hash bigint NOT NULL,
  device_no int NOT NULL,
  flags int NOT NULL,
  seq bigint,
  distance_mm float8,
  fill_pct float8,
  temp_c float8,
  rh_pct float8,
  battery_v float8,
  rssi_dbm float8,
  tilt_deg float8,
  lid_opens float8,
  PRIMARY KEY (device_no, observed_at)
);
CREATE UNIQUE INDEX readings_arrival ON readings (arrival);

CREATE TABLE stamped (
  device_no int NOT NULL,
  content_hash bigint NOT NULL,
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
);

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
