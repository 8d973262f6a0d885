export { routes } from './routes.ts'
export type { Topic } from './topic.ts'
