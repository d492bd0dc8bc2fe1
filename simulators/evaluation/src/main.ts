import { commandProcess } from '@bakwacht/command-line'
import { command } from './cli/command.ts'

process.exitCode = await command(commandProcess(process, Date.now))
