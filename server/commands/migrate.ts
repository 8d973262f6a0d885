import { joinDatabaseServer, prepareDatabase } from '../processes/database-server.ts'
import type { Command } from './command.ts'

export const command: Command = {
  name: 'migrate',
  summary: 'brings the database to the state of this program; safe to repeat',
  async run(_args, { config, out, say }) {
    const server = await joinDatabaseServer(config, say)
    try {
      const applied = await prepareDatabase(server, say)
      out(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.length}: ${applied.join(', ')}`)
    } finally {
      await server.stop()
    }
  },
}
