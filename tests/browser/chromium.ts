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
  const executablePath = own === undefined || own === '' ? await sparticuz.executablePath() : own
  return await chromium.launch({ executablePath, args: ARGS, headless: true })
}
