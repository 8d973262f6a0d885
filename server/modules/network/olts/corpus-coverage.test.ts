import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { deviceCorpus, openedInCorpus } from '../../../testing/device-corpus.ts'
import './corpus.test.ts'
import './corpus-huawei.test.ts'
import './corpus-records.test.ts'
import './poll/read-interfaces.test.ts'
import './snmp/corpus-walks.test.ts'

const corpus = deviceCorpus()

/** Files that no test reads, each with the reason. */
const UNREAD: Readonly<Record<string, string>> = {}

/** It stands behind the tests above, which it repeats, for only then it is known what they have opened. */
test.skipIf(corpus === null)('every file of the device corpus is read by a test, or it is said why not', () => {
  const all = ['cli', 'snmp'].flatMap((folder) =>
    readdirSync(join(corpus ?? '', folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(corpus ?? '', sep).length)),
  )
  expect(all.length).toBeGreaterThan(100)
  const opened = openedInCorpus()
  expect(all.filter((path) => !opened.has(path) && UNREAD[path] === undefined)).toEqual([])
  expect(Object.keys(UNREAD).filter((path) => opened.has(path) || !all.includes(path))).toEqual([])
})
