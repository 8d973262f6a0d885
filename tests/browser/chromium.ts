import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const ARGS = [
  '--headless=shell',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the Chromium that npm brought, or the one that CHROME names. */
export async function startChromium(): Promise<Browser> {
  const own = process.env['CHROME']
  const executablePath = own === undefined || own === '' ? await unpackedChromium() : own
  return await chromium.launch({ executablePath, args: ARGS, headless: true })
}

/**
 * The package unpacks to one fixed name in the temp folder and takes whatever stands there: what another file of tests is still writing,
 * what an interrupted run left half, another version's, or what only another user may run. So it unpacks to a folder of its own, which
 * gets its name, of this version and this user, only when it is whole.
 */
async function unpackedChromium(): Promise<string> {
  const manifest = fileURLToPath(new URL('../package.json', import.meta.resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const home = join(tmpdir(), `lastmile-chromium-${version}-${userInfo().uid}`)
  if (!existsSync(home)) {
    const fresh = await mkdtemp(`${home}-`)
    try {
      await inTempFolder(fresh, async () => await sparticuz.executablePath())
      await rename(fresh, home)
    } catch (error) {
      await rm(fresh, { recursive: true, force: true })
      // Another one was quicker; its folder is whole as well.
      if (!existsSync(home)) throw error
    }
  }
  return join(home, 'chromium')
}

async function inTempFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
