import type { Config } from '../config.ts'
import { migrate } from '../platform/db/migrate.ts'
import type { DatabaseAddress } from '../platform/db/pool.ts'
import { installQueue } from '../platform/jobs/index.ts'
import { findRunning, startEmbedded } from '../platform/postgres/embedded.ts'

export interface DatabaseServer {
  readonly address: DatabaseAddress
  /** True when this process runs the server, or borrows it from the one that does. */
  readonly isEmbedded: boolean
  /** Stops the server where this process started it. */
  stop(): Promise<void>
}

export type Say = (text: string) => void

/** The server of DATABASE_URL, or the embedded one started on the data folder. @throws DataFolderInUse */
export async function openDatabaseServer({ database, dataDir }: Config, say: Say): Promise<DatabaseServer> {
  const { url, directUrl, replicaUrl } = database
  if (url !== null) return { address: { url, directUrl, replicaUrl }, isEmbedded: false, stop: async () => {} }
  const server = await startEmbedded({ dataDir, say })
  if (server.isAdopted) say('The database was still running from a Lastmile that had been killed; going on with it.')
  return { address: { url: server.url }, isEmbedded: true, stop: server.stop }
}

/** For commands typed beside a running Lastmile: its embedded server where there is one, else as `openDatabaseServer`. */
export async function joinDatabaseServer(config: Config, say: Say): Promise<DatabaseServer> {
  const running = config.database.url === null ? await findRunning(config.dataDir) : null
  if (running !== null) return { address: { url: running }, isEmbedded: true, stop: async () => {} }
  return await openDatabaseServer(config, say)
}

/** Brings the database to this program's state; a second call does nothing. */
export async function prepareDatabase({ address }: DatabaseServer, say: Say): Promise<string[]> {
  const directUrl = address.directUrl ?? address.url
  const applied = await migrate(directUrl, { say })
  await installQueue(directUrl)
  return applied
}
