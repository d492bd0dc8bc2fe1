export { command, type Process } from './cli/command.ts'
