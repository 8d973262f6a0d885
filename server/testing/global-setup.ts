import type { TestProject } from 'vitest/node'
import { dropTestDatabases, makeTemplate, nameRun, startTestServer } from './postgres.ts'

/** Once for each test run: a server, and on it the migrated template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const run = nameRun()
  const server = await startTestServer(() => {})
  try {
    project.provide('serverUrl', server.url)
    project.provide('template', await makeTemplate(server.url, run))
    project.provide('run', run)
  } catch (error) {
    await server.stop()
    throw error
  }
  return async () => {
    await dropTestDatabases(server.url, run)
    await server.stop()
  }
}
