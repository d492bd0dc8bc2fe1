export { Announcer, type AnnouncerDependencies, type Publish } from './announcer.ts'
