import { DEFAULT_SECONDS } from './options.ts'

export const help = (): string => `Usage: npm run solve -- FILE [options]

Finds good routes for a file that poses a routing problem, checks them, and prints or writes them.

FILE
  *.json                VROOM's input: jobs, vehicles, matrices; and of our own jobs[].prize and
                        vehicles[].unloads. Without matrices: the calibrated straight line
  *.vrp                 CVRPLIB, and the VRPLIB variants MTVRPTWR, PCVRPTW, VRPTW and HFVRP
  *.txt                 Solomon

Options
  --seconds S           how long to search (${DEFAULT_SECONDS}, unless --iterations is given)
  --iterations N        end after so many iterations; with one thread the answer is the same to the bit
  --seed N              whole number that chance begins with (1)
  --threads N           search on so many threads at once (1)
  --out FILE.json       write VROOM's response shape
  --out FILE.sol        write CVRPLIB's solution: Route #1: 3 7 …, Cost …; trips parted by |
  --help

Without --out the routes are printed. Ctrl-C ends the search with the best so far.
docs/routing.md says which parts of each format are understood.

Exit codes: 0 done, 1 failed, 2 wrong usage.
`
