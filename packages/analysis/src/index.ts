export { type Analysed, analyse, type Files, type Watching } from './analyse.ts'
export { type Analysis, analysisSchema } from './report/analysis-schema.ts'
