// Signs that are read without reading; the word always stands beside them.
const PATHS = {
  check: 'm4 13 5 5L20 6',
  cross: 'M5 5l14 14M19 5 5 19',
  problem: 'M12 3v12M12 20v.5',
  navigate: 'M12 3 19 20l-7-4-7 4Z',
  unload: 'M12 3v11M7 10l5 5 5-5M4 20h16',
  car: 'M3 15v-3l2-5h14l2 5v5H3v-2M3 12h18M7 17v2M17 17v2',
  locked: 'M6 11h12v9H6ZM8 11V8a4 4 0 0 1 8 0v3',
  broken: 'M6 8h12l-1 12H7ZM5 5h14M12 8l-2 4 3 2-2 6',
  empty: 'M6 8h12l-1 12H7ZM5 5h14',
  partly: 'M6 8h12l-1 12H7ZM5 5h14M7 15h10M7 18h10',
  damaged: 'M6 8h12l-1 12H7ZM5 5h14M12 8l-2 4 3 2-2 6',
  sensor: 'M8 12a4 4 0 1 1 8 0 4 4 0 0 1-8 0M5 6a9 9 0 0 0 0 12M19 6a9 9 0 0 1 0 12',
  rubbish: 'M8 20a5 5 0 0 1-3-7l4-5h4l4 5a5 5 0 0 1-3 7ZM9 5h4M19 20v-5',
  unsafe: 'M12 4 21 20H3ZM12 10v5M12 17.5v.5',
  other: 'M5 12h.5M12 12h.5M19 12h.5',
} as const

export type PictogramName = keyof typeof PATHS

export const Pictogram = ({ name }: { readonly name: PictogramName }) => (
  <svg className="pictogram" viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
)
