export { connectRouter } from './routeros/connection.ts'
export type { Row } from './routeros/reply.ts'
export { parseFingerprint } from './routeros/socket.ts'
export { printable } from './routeros/text.ts'
