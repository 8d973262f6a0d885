export { families } from './families/list.ts'
export { simulateOlt } from './olt.ts'
export type { OltOptions, SimulatedOlt } from './olt.ts'
export type { GivenHardware, GivenOnu, Onu, Plant } from './plant.ts'
