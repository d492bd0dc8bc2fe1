// What page and worker say to each other.

/** To the worker of a new version: take over now. */
export const ACTIVATE = 'activate'
/** The browser's name for "send what waits, once there is a net". */
export const SYNC_TAG = 'results'
