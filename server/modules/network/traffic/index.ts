export { jobs } from './jobs.ts'
export { routes } from './routes.ts'
export { settings } from './settings.ts'
export { topics } from './topics.ts'
