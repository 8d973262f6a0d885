import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeOver } from './web-build.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lastmile-pages-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A build of these pages that takes the place of the one that is served. */
function build(page: string, assets: readonly string[], newest: number): void {
  const next = join(folder, 'dist.next')
  mkdirSync(join(next, 'assets'), { recursive: true })
  writeFileSync(join(next, 'index.html'), page)
  for (const name of assets) writeFileSync(join(next, 'assets', name), `${page}'s ${name}`)
  takeOver(next, join(folder, 'dist'), newest)
}
const served = (...path: string[]) => readFileSync(join(folder, 'dist', ...path), 'utf8')
const assets = () => readdirSync(join(folder, 'dist', 'assets')).toSorted()

test('a window of the build before finds its parts, one of the build before that does not, and nothing else is left behind', () => {
  build('first', ['index-1.js', 'font.woff2'], 1)
  expect([served('index.html'), ...assets()]).toEqual(['first', 'font.woff2', 'index-1.js'])
  build('second', ['index-2.js', 'font.woff2'], 2)
  expect([served('index.html'), ...assets()]).toEqual(['second', 'font.woff2', 'index-1.js', 'index-2.js'])
  expect(served('assets', 'index-1.js')).toBe("first's index-1.js")
  expect(served('assets', 'font.woff2')).toBe("second's font.woff2")
  build('third', ['index-3.js'], 3)
  expect([served('index.html'), ...assets()]).toEqual(['third', 'font.woff2', 'index-2.js', 'index-3.js'])
  expect(JSON.parse(served('.built'))).toEqual({ newest: 3, assets: ['index-3.js'] })
  expect(readdirSync(folder)).toEqual(['dist'])
})

test('a build whose stamp is not understood, or that was cut short, is replaced whole', () => {
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'dist', '.built'), '')
  writeFileSync(join(folder, 'dist', 'assets', 'index-0.js'), 'of an earlier time')
  mkdirSync(join(folder, 'dist.last'))
  build('first', ['index-1.js'], 1)
  expect([...assets(), ...readdirSync(folder)]).toEqual(['index-1.js', 'dist'])
})
