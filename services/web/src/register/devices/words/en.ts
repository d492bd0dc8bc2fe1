export const devices = {
  tieTitle: 'Tie a sensor to a container',
  notYours: 'Your account may not change sensors. Ask your administrator.',
  code: 'Code of the sensor',
  codeHint: 'It stands on the sensor. Type it, or read it with a hand scanner or the camera.',
  scan: 'Scan with the camera',
  scanning: 'Hold the code in front of the camera.',
  strangeCode: (text: string) => `This is not the code of a sensor: ${text}`,
  noCamera: 'The camera cannot be used. Allow it in the browser, or type the code.',
  cameraPicture: 'What the camera sees',
  container: 'Container',
  findContainer: 'Find the container by name, code or municipality',
  fitting: (n: number) => (n === 0 ? 'None fits.' : n === 1 ? '1 fits.' : `${n} fit.`),
  willMove: (from: string) => `This sensor sits in ${from} now. It will move.`,
  willReplace: (other: string) => `The sensor ${other} sits there now. It will be taken out.`,
  wasRetired: 'This sensor was taken out of use for good. Use another one.',
  sinceEarlier: 'Has it been there for longer?',
  sinceDay: 'There since',
  sinceHint:
    'From this day on its readings belong to the container. Leave it empty if you have just put it in.',
  laterKnown:
    'Not saved: for a later day it is known already where this sensor sat, or what sat in this container. Choose a later day.',
  tie: 'Tie',
  tieIt: 'Tie to a container',
  tied: (code: string, name: string) => `${code} sits in ${name} now.`,
  emptyNow:
    'Is the container empty right now? Then say so on its page: the sensor learns how deep it is.',
  toContainer: 'To the container',
  tieAnother: 'Tie another one',
  secretOnce: 'Put these into the sensor now. The secret is shown this once.',
  userName: 'User name',
  secret: 'Secret',
  copy: 'Copy the secret',
  search: 'Search by code or container',
  count: (n: number, shown: string) =>
    n === 0
      ? 'Nothing fits. Change the search or the filter.'
      : n === 1
        ? '1 sensor'
        : `${shown} sensors`,
  noneYet: 'There are no sensors yet. Without them, containers are visited at their usual times.',
  heard: {
    silent: 'silent',
    waiting: 'no reading yet',
    fine: 'heard',
    loose: 'in no container',
    retired: 'out of use',
  },
  strangers: (n: number) =>
    n === 1
      ? '1 sensor sends readings, but sits nowhere'
      : `${n} sensors send readings, but sit nowhere`,
  strangersLead: 'Say in which container each of them is. Its readings count from then on.',
  heardAt: (when: string) => `last heard ${when}`,
  sitsIn: 'It sits in',
  saidNothing: 'It has not said anything of itself yet.',
  lastSaid: (when: string, online: boolean, firmware: string | null) =>
    `${online ? 'Signed in' : 'Signed off'} since ${when}${firmware === null ? '' : `, software ${firmware}`}.`,
  history: 'Where it sat',
  since: (from: string) => `since ${from}`,
  during: (from: string, to: string) => `${from} to ${to}`,
  move: 'Move to another container',
  actions: {
    out: 'Take it out of its container',
    secret: 'Make a new secret',
    retire: 'Take it out of use',
  },
  consequences: {
    out: 'Its readings from now on belong to no container. What was measured stays.',
    secret: 'The old secret ends at once: the sensor is not heard until it has the new one.',
    retire:
      'It may not sign in any more and leaves its container. This cannot be undone. Its readings stay.',
  },
}
