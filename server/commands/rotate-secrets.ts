import { rotateSecrets } from '../platform/secrets/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './command.ts'

export const command: Command = {
  name: 'rotate-secrets',
  summary: 'seals every stored secret with the present SECRET_KEY; the earlier key is named in SECRET_KEYS_OLD',
  async run(_args, env) {
    await withDatabase(env, async ({ direct }) => {
      for (const { column, rewrapped } of await rotateSecrets(direct)) env.out(`${column}: ${rewrapped} values rewrapped`)
    })
    env.out('Done. Once every process runs with the new key, SECRET_KEYS_OLD can go.')
  },
}
