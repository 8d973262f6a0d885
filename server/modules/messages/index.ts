export { jobs } from './jobs.ts'
export { routes } from './routes.ts'
export { sendMessages } from './send-messages.ts'
export { settings } from './settings.ts'
