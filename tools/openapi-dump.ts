import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contractText } from '../server/platform/http/contract.ts'
import { describedApp } from '../server/app.ts'

/** Writes api/openapi.json from the routes; a test refuses a commit in which the two differ. */
const path = join(import.meta.dirname, '..', 'api', 'openapi.json')
const app = await describedApp()
writeFileSync(path, contractText(app))
process.stdout.write(`${path}: ${app.routeFacts.length} routes\n`)
await app.close()
