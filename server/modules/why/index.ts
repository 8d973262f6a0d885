export { routes } from './routes.ts'
export type { Reference, Step } from './teller.ts'
