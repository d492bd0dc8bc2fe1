export { Announcer, type AnnouncerDependencies, type Publish } from './announcer.ts'
export { keepEventLogShort } from './event-log.ts'
