import { dropTestDatabases, makeTemplate, nameRun, startTestServer, withDatabase } from '../server/testing/postgres.ts'

/** A database with every migration and nothing else, for tools that read its catalogue; gone afterwards. */
export async function withMigratedDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = await startTestServer((text) => void process.stderr.write(`${text}\n`))
  const run = nameRun()
  try {
    return await work(withDatabase(server.url, await makeTemplate(server.url, run)))
  } finally {
    await dropTestDatabases(server.url, run)
    await server.stop()
  }
}
