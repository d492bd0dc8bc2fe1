import { faultKinds, faultNames } from '../fault/list.ts'

export const help = (): string => `Usage: npm run simulate -- [options]

Stands in for sensors: a made-up fleet of textile bins (or a recording of real sensors) that talks
MQTT exactly as devices do. It begins some days ago, hurries until now, and then goes on live until
Ctrl-C. The same seed gives the same fleet, weather, gifts and faults.

  npm run simulate -- --containers 20 --days 7        20 bins, the last week, then live
  npm run simulate -- --scenario demo --once          the demo's 60 bins, and end
  npm run simulate -- --api http://localhost:8080 --token T --drivers
                                                      registers all first; drivers do approved runs

The fleet
  --containers N        how many bins (60)
  --scenario NAME|FILE  demo: some full, one leaking, one silent, …; or a JSON file of that shape
  --region demo         where they stand: between Leuven, Mechelen and Lier (the only one yet)
  --seed S              whole number; the same one repeats everything (1)
  --weather FILE        hourly CSV with timestamp_utc,temp_c,rh_pct,rain_mm instead of made-up weather
  --empty-every DAYS    the old fixed round that empties bins in the past; 0: never (10)
  --truth FILE          write what really happened, as JSON lines

Time
  --days D              begin so many days ago (14); 0: live at once
  --speed X|max         times faster than real time until now is reached (max: as fast as the broker
                        acknowledges); never ahead of the clock, then 1x
  --once                end when now is reached, instead of going on live
  --clock-at TIME       let the wall clock begin at this RFC 3339 time (for rehearsals and tests)
  --clock-speed N       and run N times as fast as real time, as a backend with the same setting (1)
  --report-minutes M    minutes between two readings (60); a config from the backend wins

Talking
  --broker URL          mqtt://host:port (mqtt://127.0.0.1:1883); mqtts, ws and wss too
  --api URL             register depot, vehicles, sites, containers and devices there first, then
                        sign in with their secrets. Without it devices are sim-0001, sim-0002, …
  --token T             for --api
  --drivers             (with --api) drivers carry out approved runs once live
  --format json|cbor    of the payload (json)
  --batch N             readings in one message, up to 500 (1); live too: 24 is once a day
  --connections-per-second N   how fast devices sign in at the beginning (200)
  --max-back-off-s S    longest pause between two attempts to connect (300)

Faults
  --fault LIST          comma-separated, each optionally with the share of devices that have it, e.g.
                        --fault duplicates,silence:0.5
${faultNames.map(faultLine).join('\n')}

Playing a recording
  --replay FILE.csv[.gz]  publish recorded readings of real sensors, as those devices would
  --map LIST            field=column, with units: device, ts, distance_mm|_cm|_m, fill_pct|_fraction,
                        temp_c|_f, rh_pct|_fraction, battery_v|_mv, rssi_dbm, tilt_deg, lid_opens, seq
                        e.g. --map device=device_eui,ts=timestamp_utc,distance_cm=distance_cm
  --end-now             shift all times so that the recording ends now
  --containers-from FILE.geojson   (with --api) put the devices into containers at these points
  --empty-mm N, --full-mm N, --capacity-l N   and calibrate those (capacity 2500)

Output
  --json                the summary as one JSON line
  --quiet               no progress bar
  --help

Exit codes: 0 done, 1 failed, 2 wrong usage.
`

const faultLine = (name: (typeof faultNames)[number]): string => {
  const { help: text, share } = faultKinds[name]
  const who = share === 1 ? 'all' : `${Math.round(share * 100)} %`
  return `                        ${name.padEnd(11)} ${text} (${who})`
}
