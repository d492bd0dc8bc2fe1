export {
  type Broker,
  type BrokerDependencies,
  type BrokerOptions,
  createBroker,
  type PublishOptions,
} from './broker.ts'
export type { BrokerCounts } from './counts.ts'
