import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, WEB_ROOT } from './running.ts'

const STAMP = join(WEB_ROOT, '.built')

/**
 * Builds the web app when it was never built or its sources are newer; an installation without the sources keeps what it has.
 * A build that fails is said and stops nothing: bills and the API do not wait for the pages.
 */
export async function buildWebOnce(say: (text: string) => void): Promise<void> {
  const web = join(ROOT, 'web')
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(join(web, 'src')) || !existsSync(vite)) return
  const folders = [join(web, 'src'), join(web, 'public'), join(ROOT, 'api')].filter((path) => existsSync(path))
  const files = readdirSync(web, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(web, entry.name)] : []))
  const newest = Math.max(...[...folders, ...files, join(ROOT, 'package-lock.json')].map(newestIn))
  if (existsSync(STAMP) && statSync(STAMP).mtimeMs >= newest) return
  say('Building the web app (once; half a minute) ...')
  const { code, output } = await run(vite, ['build', web, '--logLevel', 'warn'])
  if (code === 0) writeFileSync(STAMP, '')
  else say(`The web app could not be built; ${existsSync(STAMP) ? 'the earlier build is served' : 'only the API answers'}.\n${output}`)
}

function newestIn(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

async function run(file: string, args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return await new Promise((done) => child.on('close', (code) => done({ code, output })))
}
