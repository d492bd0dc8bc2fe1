export const trial = {
  title: 'What this would change',
  working:
    'The day is planned twice. This takes a few seconds; where damp, fire or sensors are judged again, perhaps a minute …',
  failed:
    'This could not be worked out just now. Your changes are still here; you can save them all the same.',
  /** e.g. The plan of Monday 23 November would change by: 2 bins more, +8 km and +€ 14. */
  sentence: (day: string, changes: string) => `The plan of ${day} would change by: ${changes}.`,
  nothing: (day: string) => `The plan of ${day} would stay the same.`,
  otherBins: 'other bins',
  overflows: (n: string, one: boolean, more: boolean) =>
    `about ${n} ${one ? 'overflow' : 'overflows'} ${more ? 'more' : 'fewer'}`,
  bins: (n: string, one: boolean, more: boolean) =>
    `${n} ${one ? 'bin' : 'bins'} ${more ? 'more' : 'fewer'}`,
  how: 'Planned twice from what the bins say now, with the same effort: before and after your change. Where it decides how measurements are judged, those of the last two weeks are judged again. Nothing is stored.',
  notSeen:
    'These work on how the search goes. Two plans made with the same effort cannot show their effect:',
  before: 'Now',
  after: 'With this',
  difference: 'Difference',
  rows: {
    bins: 'Bins',
    runs: 'Runs',
    distance: 'Distance',
    hours: 'Time',
    kg: 'Weight, about',
    cost: 'Cost',
    overflows: 'Bins left out that may overflow',
  },
  comesIn: (n: number) => (n === 1 ? '1 bin comes in' : `${n} bins come in`),
  fallsOut: (n: number) => (n === 1 ? '1 bin falls out' : `${n} bins fall out`),
  otherReason: (n: number) =>
    n === 1
      ? '1 bin is collected for another reason'
      : `${n} bins are collected for another reason`,
  was: 'Before:',
  becomes: 'Then:',
}
