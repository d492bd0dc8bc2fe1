export const help =
  (): string => `Usage: npm run analyse -- --csv FILE --out FILE.json [--config FILE.json]

Reads recorded readings as the service would have received them, and writes what it would have known:
emptyings, anomalies, and at every local midnight the fill, the damp and a forecast for seven days.

  --csv FILE.csv        header device,ts,distance_mm|fill_pct,temp_c,rh_pct in any order and any part of
                        it, also battery_v, tilt_deg, rssi_dbm, lid_opens, seq; rows in any order; ts is
                        RFC 3339, or seconds or milliseconds since 1970. Also FILE.csv.gz
  --config FILE.json    columns, empty_distance_mm, full_distance_mm, timezone (Europe/Brussels),
                        mould_class (very_sensitive), mould_cmat (0.5), and devices: the same but columns
                        for single devices by their id. All optional
  --out FILE.json       what to write
  --help

Other names and units: "columns": {"device": "eui", "ts": "time", "distance_cm": "range"} with distance_mm|_cm|_m,
fill_pct|_fraction, temp_c|_f, rh_pct|_fraction, battery_v|_mv and the others above.
Rows that cannot be read are counted and left out. docs/analyse.md explains every field of the result.

Exit codes: 0 done, 1 failed, 2 wrong usage.
`
