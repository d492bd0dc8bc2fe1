// One sender for all tabs and the service worker, so that the order of taps is kept.

const LOCK = 'bakwacht-driver-send'

/** Where there are no locks, two tabs may both send: keys keep that from counting twice. */
export const asOnlySender = <Result>(work: () => Promise<Result>): Promise<Result> =>
  'locks' in navigator ? navigator.locks.request(LOCK, work) : work()
