export { readStatement } from './read-statement.ts'
export type { ReadStatement, Statement, StatementLine } from './read-statement.ts'
export { routes } from './routes.ts'
