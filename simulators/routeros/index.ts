export { furnishNetwork } from './network.ts'
export { simulateRouter } from './router.ts'
