import { resolve } from 'node:path'
import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { installed, makeRole, radiusKey, writeConfig } from '../modules/network/radius/index.ts'
import { BadUsage, withDatabase } from './command.ts'
import type { Command, CommandEnv } from './command.ts'

const DEFAULT_NETWORKS = ['0.0.0.0/0', '::/0']

export const command: Command = {
  name: 'radius',
  summary: 'writes a complete configuration for FreeRADIUS 3.2 on this database',
  usage: 'radius config --out <folder> [--listen 0.0.0.0] [--auth-port 1812] [--acct-port 1813] [--network 10.0.0.0/8]...',
  async run([verb, ...args], env) {
    if (verb !== 'config') throw new BadUsage('Say what to do: radius config')
    await config(args, env)
  },
}

async function config(args: readonly string[], env: CommandEnv): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string' },
      listen: { type: 'string', default: '0.0.0.0' },
      'auth-port': { type: 'string', default: '1812' },
      'acct-port': { type: 'string', default: '1813' },
      network: { type: 'string', multiple: true },
    },
  })
  if (values.out === undefined) throw new BadUsage('Say where: --out <folder>')
  if (isIP(values.listen) === 0) throw new BadUsage('--listen is an IP address')
  const networks = values.network ?? DEFAULT_NETWORKS
  for (const network of networks) if (!isNetwork(network)) throw new BadUsage(`${network} is no network such as 10.0.0.0/8`)
  const folder = resolve(values.out)
  const listen = { address: values.listen, authPort: portOf(values['auth-port']), acctPort: portOf(values['acct-port']) }
  await withDatabase(env, async ({ direct, directUrl }) => {
    const { host, port, database } = new Client({ connectionString: directUrl })
    const role = await makeRole({ db: direct })
    const key = await radiusKey({ db: direct })
    const files = writeConfig({ folder, ...installed(), listen, networks, database: { host, port, name: database ?? '', ...role }, key })
    for (const file of files) env.out(`${folder}/${file}`)
    env.out(`Owned by whoever ran this and readable by nobody else; FreeRADIUS must run as the same user: freeradius -f -d ${folder}`)
    if (host.startsWith('/')) env.out(`The database listens in ${host} only; use DATABASE_URL where FreeRADIUS runs elsewhere.`)
  })
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new BadUsage(`${text} is no port`)
  return port
}

function isNetwork(text: string): boolean {
  const [address = '', length = '', ...rest] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address) as 0 | 4 | 6]
  return rest.length === 0 && /^\d{1,3}$/.test(length) && Number(length) <= most
}
