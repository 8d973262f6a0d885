// Completes package-lock.json. Where a registry lacks the optional packages of some platforms, npm leaves them out of the lock and
// `npm ci` then refuses it ("Missing: X from lock file"). Each gets an entry with its platform and no integrity, which is never
// installed here. Run after every change of the dependencies; `--check` only tells whether something is missing.
import { readFileSync, writeFileSync } from 'node:fs'

const path = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'package-lock.json'
const isCheck = process.argv.includes('--check')

const OS = {
  android: 'android',
  darwin: 'darwin',
  macos: 'darwin',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  netbsd: 'netbsd',
  sunos: 'sunos',
  aix: 'aix',
  win32: 'win32',
  win: 'win32',
  windows: 'win32',
  linux: 'linux',
  linuxmusl: 'linux',
  openharmony: 'openharmony',
}
const CPU = {
  arm64: 'arm64',
  arm: 'arm',
  armv7: 'arm',
  x64: 'x64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  loong64: 'loong64',
  mips64el: 'mips64el',
  wasm32: 'wasm32',
}

const lock = JSON.parse(readFileSync(path, 'utf8'))
const added = []
for (const [at, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isResolved(at, name, range)) continue
    const version = range
      .replace(/^npm:.*@/, '')
      .replace(/^[\^~>=\s]+/, '')
      .split(' ')[0]
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}@${range} of ${at || 'the project'}: no version can be read from the range`)
    const place = `${placeOf(at, name)}node_modules/${name}`
    lock.packages[place] = inertEntry(name, version, entry)
    added.push(`${name}@${version}`)
  }
}

if (added.length > 0 && !isCheck) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
}
process.stdout.write(`${path}: ${added.length} optional packages ${isCheck ? 'missing' : 'added'}${added.length > 0 ? `: ${added.join(', ')}` : ''}\n`)
if (isCheck && added.length > 0) process.exitCode = 1

/** Walks up the folders as Node does when it looks for a package. */
function isResolved(at, name, range) {
  for (let folder = at; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]
    if (found !== undefined) return !/^\d/.test(range) || found.version === range
    if (folder === '') return false
    if (!folder.includes('/node_modules/')) folder = ''
  }
}

/** Beside the package that wants it; deeper only when another version already stands there. */
function placeOf(at, name) {
  if (lock.packages[`node_modules/${name}`] !== undefined) return at === '' ? '' : `${at}/`
  return at.includes('/node_modules/') ? `${at.slice(0, at.lastIndexOf('/node_modules/'))}/` : ''
}

function inertEntry(name, version, wantedBy) {
  const words = name.split('/').at(-1).split(/[-.]/)
  const os = words.map((word) => OS[word]).find(Boolean) ?? 'none'
  const cpu = words.map((word) => CPU[word]).find(Boolean) ?? 'none'
  const isMusl = words.some((word) => word.includes('musl'))
  return { version, cpu: [cpu], ...(wantedBy.dev ? { dev: true } : {}), ...(isMusl ? { libc: ['musl'] } : {}), optional: true, os: [os] }
}
