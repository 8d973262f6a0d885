import { readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a simulated device lies in the data folder while it is switched off. */
export const fileOf = (folder: string, identity: string): string => join(folder, `${identity}.json`)

/** Identities of the devices that lie in the folder. */
export function keptIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Writes what a device is, whole or not at all; readable by its owner only. */
export function keep(folder: string, identity: string, state: unknown): void {
  const path = fileOf(folder, identity)
  writeFileSync(`${path}.part`, JSON.stringify(state), { mode: 0o600 })
  renameSync(`${path}.part`, path)
}
