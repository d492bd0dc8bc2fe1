export * from './travel-times.ts'
