// How the domain's things look from outside, the same through every door. HTTP adds what a reader
// of pages needs (sentences, marks, lists); MQTT says these shapes as they are.
export * from './alert.ts'
export * from './emptying.ts'
export * from './event.ts'
export * from './forecast.ts'
export * from './plan.ts'
export * from './point.ts'
export * from './reason.ts'
export * from './result.ts'
export * from './rounded.ts'
export * from './run.ts'
export * from './state.ts'
export * from './time.ts'
