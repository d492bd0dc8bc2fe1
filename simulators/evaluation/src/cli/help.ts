export const help = (): string => `Usage: npm run evaluate -- --out DIR [options]

A simulated year of a fleet of textile bins under several ways of collecting: what each drives, what runs
over, what damp takes, and what that costs. The same seed gives every policy the same year.

  npm run evaluate -- --out /tmp/year --seed 1-10 --policies fixed,threshold:70,bakwacht,oracle
  npm run evaluate -- --out /tmp/small --containers 20 --days 30 --policies threshold:70,bakwacht

  --out DIR          where report.json and report.html go; made if it is not there
  --containers N     bins (200)
  --days D           days that count, after the world's warm-up (365)
  --vehicles N       of the world's kinds, in turn (4)
  --weather FILE     hourly CSV with timestamp_utc,temp_c,rh_pct,rain_mm; else made up by the seed
  --seed LIST        whole numbers and ranges: 1,2,7-9 (1)
  --policies LIST    fixed: every bin on its own best fixed schedule, tuned on the year before
                     threshold:P: what is fuller than P % in the morning
                     bakwacht: the product
                     oracle: knows every gift to come
                     (fixed,threshold:70,bakwacht,oracle)
  --world FILE       gifts, leaks, faults (worlds/leaks-2.json; leaks-10.json lies beside it)
  --threads N        years made at a time (as many as cores)
  --quiet            no progress bar
  --help

Exit codes: 0 done, 1 failed, 2 wrong usage.
`
