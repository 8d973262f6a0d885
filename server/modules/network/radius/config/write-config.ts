import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { configFiles } from './files.ts'
import type { RadiusConfig } from './files.ts'

/** Where distributions put FreeRADIUS; the first that is there. */
const LIBRARIES = ['/usr/lib/freeradius', '/usr/lib64/freeradius', '/usr/local/lib/freeradius']
const DICTIONARIES = ['/usr/share/freeradius', '/usr/local/share/freeradius']

export const installed = (): Pick<RadiusConfig, 'libraries' | 'dictionaries'> => ({
  libraries: LIBRARIES.find((path) => existsSync(path)) ?? (LIBRARIES[0] as string),
  dictionaries: DICTIONARIES.find((path) => existsSync(path)) ?? (DICTIONARIES[0] as string),
})

/**
 * Writes a complete configuration into its folder, which nobody else may read, for it holds a password and a key. Repeatable; each file is there
 * as a whole or not at all. Returns the names of the files.
 */
export function writeConfig(config: RadiusConfig): string[] {
  if (!isAbsolute(config.folder)) throw new Error('The folder of the configuration of FreeRADIUS is an absolute path')
  for (const folder of [config.folder, join(config.folder, 'log'), join(config.folder, 'run')]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  }
  const files = configFiles(config)
  for (const [name, text] of files) {
    const path = join(config.folder, name)
    writeFileSync(`${path}.new`, text, { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  return [...files.keys()]
}
