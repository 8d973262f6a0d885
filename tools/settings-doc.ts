import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allSettings } from '../server/app.ts'
import { settingsPage } from '../server/modules/settings/settings-page.ts'

/** Writes docs/SETTINGS.md from the settings the program declares; a test refuses a commit in which the two differ. */
const path = join(import.meta.dirname, '..', 'docs', 'SETTINGS.md')
const settings = allSettings()
writeFileSync(path, settingsPage(settings))
process.stdout.write(`${path}: ${settings.length} settings\n`)
