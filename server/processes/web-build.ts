import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT, WEB_ROOT } from './running.ts'

/** What a build leaves about itself, in `.built`. */
interface Stamp {
  /** The last change among what it was built from, in milliseconds. */
  readonly newest: number
  /** Its own files of assets/; those of the build before it lie there as well. */
  readonly assets: readonly string[]
}

const LOCK = `${WEB_ROOT}.lock`
const STALE_MS = 180_000

/**
 * Builds the web app when it was never built or its sources are newer; an installation without the sources keeps what it has.
 * A build that fails is said and stops nothing: bills and the API do not wait for the pages. Until the new one is whole the
 * earlier one is served, and its scripts for one build more, so that a window that is open finds the parts it has not loaded yet.
 */
export async function buildWebOnce(say: (text: string) => void): Promise<void> {
  const web = join(ROOT, 'web')
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(join(web, 'src')) || !existsSync(vite)) return
  const folders = [join(web, 'src'), join(web, 'public'), join(ROOT, 'api')].filter((path) => existsSync(path))
  const files = readdirSync(web, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(web, entry.name)] : []))
  const newest = () => Math.max(...[...folders, ...files, join(ROOT, 'package-lock.json')].map(newestIn))
  const isBuilt = () => (stampOf(WEB_ROOT)?.newest ?? 0) >= newest()
  if (isBuilt()) return
  try {
    await locked(async () => {
      if (isBuilt()) return
      say('Building the web app (once; half a minute) ...')
      const from = newest()
      const next = `${WEB_ROOT}.next`
      const { code, output } = await run(vite, ['build', web, '--outDir', next, '--emptyOutDir', '--logLevel', 'warn'])
      if (code !== 0) throw new Error(output)
      takeOver(next, WEB_ROOT, from)
    })
  } catch (error) {
    const served = existsSync(join(WEB_ROOT, 'index.html')) ? 'the earlier build is served' : 'only the API answers'
    say(`The web app could not be built; ${served}.\n${(error as Error).message}`)
  }
}

/** Puts a new build in the place of the one that is served, with what an open window of that one may still ask for. */
export function takeOver(next: string, root: string, newest: number): void {
  const assets = readdirSync(join(next, 'assets'))
  for (const name of stampOf(root)?.assets ?? []) {
    const [earlier, here] = [join(root, 'assets', name), join(next, 'assets', name)]
    if (existsSync(earlier) && !existsSync(here)) copyFileSync(earlier, here)
  }
  writeFileSync(join(next, '.built'), JSON.stringify({ newest, assets } satisfies Stamp))
  const last = `${root}.last`
  rmSync(last, { recursive: true, force: true })
  if (existsSync(root)) renameSync(root, last)
  renameSync(next, root)
  rmSync(last, { recursive: true, force: true })
}

/** Null where nothing was built, or by a version that left another stamp. */
function stampOf(folder: string): Stamp | null {
  try {
    return JSON.parse(readFileSync(join(folder, '.built'), 'utf8')) as Stamp
  } catch {
    return null
  }
}

/** One build at a time, among all processes of this folder. */
async function locked(work: () => Promise<void>): Promise<void> {
  while (!taken()) await sleep(200)
  try {
    await work()
  } finally {
    rmdirSync(LOCK)
  }
}

/** A folder is made by one process only; one left behind by a killed run is taken over. */
function taken(): boolean {
  try {
    mkdirSync(LOCK)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (Temporal.Now.instant().epochMilliseconds - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? 0) > STALE_MS)
      rmSync(LOCK, { recursive: true, force: true })
    return false
  }
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
