import { telemetryStoreCases } from '../telemetry-store.case.ts'
import { sqliteBed } from './sqlite-bed.fixture.ts'

telemetryStoreCases('SQLite', () => sqliteBed())
