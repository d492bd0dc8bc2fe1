import { setImmediate as others } from 'node:timers/promises'

/** Between steps that hold the thread for tens of milliseconds each: who asked meanwhile is answered first. */
export const letOthers = (): Promise<void> => others()
