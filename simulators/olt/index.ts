export { families } from './families/list.ts'
export { simulateOlt } from './olt.ts'
export type { SimulatedOlt } from './olt.ts'
export type { GivenHardware, GivenOnu, Onu, Plant } from './plant.ts'
