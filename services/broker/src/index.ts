export {
  type Broker,
  type BrokerDependencies,
  type BrokerOptions,
  createBroker,
  type PublishOptions,
} from './broker.ts'
export type { BrokerCounts } from './counts.ts'
export { type BrokerOnThreadDependencies, createBrokerOnThread } from './thread/broker-on-thread.ts'
