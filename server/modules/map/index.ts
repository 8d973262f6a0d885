export { routes } from './routes.ts'
export { settings } from './settings.ts'
