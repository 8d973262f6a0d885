import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'

const installer = resolve('bin/install.mjs')
let root: string

/** A project with one package, which lies beside it as a tarball, so that installing needs no network. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lastmile-install-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  depend('1.0.0')
})

function pack(version: string): void {
  const source = join(root, 'source')
  mkdirSync(source, { recursive: true })
  writeFileSync(join(source, 'package.json'), JSON.stringify({ name: 'dep', version }))
  execFileSync('npm', ['pack', '--silent', '--pack-destination', root], { cwd: source })
}

function depend(version: string): void {
  pack(version)
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'project', version: '1.0.0', dependencies: { dep: `file:dep-${version}.tgz` } }))
  execFileSync('npm', ['install', '--package-lock-only', '--offline', '--silent'], { cwd: root })
}

function ensure(): { status: number | null; words: string } {
  const code = `import { ensureInstalled } from ${JSON.stringify(installer)}; await ensureInstalled(${JSON.stringify(root)})`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: '', npm_execpath: undefined },
  })
  return { status, words: stderr }
}

const installedVersion = (): string => (JSON.parse(readFileSync(join(root, 'node_modules', 'dep', 'package.json'), 'utf8')) as { version: string }).version
const remove = (...path: string[]): void => rmSync(join(root, 'node_modules', ...path), { recursive: true, force: true })

test('a fresh clone is installed with words about it, and the next start says nothing', { timeout: 60_000 }, () => {
  const first = ensure()
  expect(first.words).toContain('Installing about 1 packages')
  expect(first.words).toContain('Packages installed in')
  expect(installedVersion()).toBe('1.0.0')
  expect(ensure()).toEqual({ status: 0, words: '' })
})

test('an interrupted installation is done again', { timeout: 60_000 }, () => {
  ensure()
  // npm was killed before it wrote its record, or while it was still unpacking.
  remove('.lastmile-installed')
  remove('.package-lock.json')
  expect(ensure().words).toContain('Packages installed in')
  remove('.lastmile-installed')
  remove('dep')
  expect(ensure().words).toContain('Packages installed in')
  expect(installedVersion()).toBe('1.0.0')
})

test('a lock file that has changed is installed, unless a developer has already done it', { timeout: 60_000 }, () => {
  ensure()
  depend('2.0.0')
  expect(ensure().words).toContain('Packages installed in')
  expect(installedVersion()).toBe('2.0.0')
  pack('3.0.0')
  execFileSync('npm', ['install', './dep-3.0.0.tgz', '--offline', '--silent', '--ignore-scripts'], { cwd: root })
  expect(ensure()).toEqual({ status: 0, words: '' })
  expect(installedVersion()).toBe('3.0.0')
})

test('an installation that fails is said, starts nothing and is tried again', { timeout: 60_000 }, () => {
  // What arrives is not what the lock file names.
  const lock = join(root, 'package-lock.json')
  const good = readFileSync(lock, 'utf8')
  writeFileSync(lock, good.replace(/sha512-[^"]+/, `sha512-${Buffer.alloc(64).toString('base64')}`))
  const failed = ensure()
  expect(failed.status).toBe(1)
  expect(failed.words).toContain('npm ci ended with code')
  expect(existsSync(join(root, 'node_modules', '.lastmile-installed'))).toBe(false)
  writeFileSync(lock, good)
  expect(ensure().words).toContain('Packages installed in')
})
