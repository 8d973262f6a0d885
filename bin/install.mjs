// Installs the packages of package-lock.json when they are missing, half installed or older than the lock. Plain JavaScript for Node 20.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const STAMP = join('node_modules', '.lastmile-installed')
// npm writes this file last; it lists what really is in node_modules.
const NPM_RECORD = join('node_modules', '.package-lock.json')

/** Returns at once when node_modules matches the lock file; otherwise runs `npm ci` first. Safe to call from two processes at once. */
export async function ensureInstalled(root) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (isStamped(root, wanted)) return
  const release = await takeTurn(root)
  try {
    if (isStamped(root, wanted)) return
    if (!isCompleteByRecord(root)) await install(root)
    writeStamp(root, wanted)
  } finally {
    release()
  }
}

function isStamped(root, wanted) {
  try {
    return readFileSync(join(root, STAMP), 'utf8').trim() === wanted
  } catch {
    return false // No stamp: never installed, or the installation was interrupted.
  }
}

/** A developer's own `npm install` leaves no stamp, so each package is compared with the lock. */
function isCompleteByRecord(root) {
  if (!existsSync(join(root, NPM_RECORD))) return false // npm did not finish.
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const withoutDev = process.env.NODE_ENV === 'production'
  for (const [at, entry] of Object.entries(lock)) {
    if (entry.link || !at.includes('node_modules/')) continue
    const isDispensable = entry.optional || entry.peer || (withoutDev && (entry.dev || entry.devOptional))
    const version = versionIn(join(root, at))
    if (version === null ? !isDispensable : version !== entry.version) return false
  }
  return true
}

function versionIn(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  } catch {
    return null // Not installed, or half unpacked.
  }
}

function writeStamp(root, wanted) {
  try {
    writeFileSync(join(root, STAMP), `${wanted}\n`)
  } catch (error) {
    // A read-only installation is fine: the comparison above simply runs at every start.
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error
  }
}

/** One installation at a time per folder; a holder that died is noticed by its process id. */
async function takeTurn(root) {
  const lock = join(tmpdir(), `lastmile-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`)
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') return () => {} // No writable temp folder: go on without the turn.
    }
    if (!isHeld(lock)) rmSync(lock, { force: true })
    else {
      if (!told) say('Another process is installing the packages; waiting for it ...')
      await new Promise((done) => setTimeout(done, 500))
    }
  }
}

function isHeld(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // A file without a number was made this very moment, or by a process that died in that moment.
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs < 5000
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function install(root) {
  const modules = join(root, 'node_modules')
  try {
    accessSync(existsSync(modules) ? modules : root, constants.W_OK)
  } catch {
    fail(`The packages in ${modules} are missing or out of date, and this user may not write there. Run "npm ci --ignore-scripts" in ${root} as its owner.`)
  }
  // Without these two an interrupted installation cannot be mistaken for a finished one.
  rmSync(join(root, STAMP), { force: true })
  rmSync(join(root, NPM_RECORD), { force: true })
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const total = Object.entries(lock).filter(([at, entry]) => at.startsWith('node_modules/') && at.lastIndexOf('node_modules/') === 0 && !entry.os).length
  say(`Installing about ${total} packages from package-lock.json (once; a minute or two on a usual line) ...`)
  const started = Date.now()
  const ticker = setInterval(() => say(`  ${countPackages(modules)} of about ${total} packages in place after ${seconds(started)} s`), 10_000)
  const omit = process.env.NODE_ENV === 'production' ? ['--omit=dev'] : []
  const code = await runNpm(root, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...omit])
  clearInterval(ticker)
  if (code !== 0)
    fail(
      `npm ci ended with code ${code}; its words are above. Nothing was started. Mend the cause (network, disk space, rights) and run the same command again.`,
    )
  say(`Packages installed in ${seconds(started)} s.`)
}

function runNpm(root, args) {
  // Inside `npm start` npm says where it is; started by hand, the npm of PATH is taken.
  const own = process.env.npm_execpath
  const isNpm = own !== undefined && /npm-cli\.c?js$/.test(own)
  const [command, all] = isNpm ? [process.execPath, [own, ...args]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args]
  // npm's own output goes to stderr, so that a program's stdout stays clean.
  const child = spawn(command, all, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' && !isNpm })
  const forward = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
  return new Promise((done, refuse) => {
    child.on('error', (error) => refuse(new Error(`npm could not be started (${error.message}); is it installed beside Node?`)))
    child.on('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, forward)
      done(signal === null ? code : signal)
    })
  })
}

/** npm makes all folders first and fills them one by one; a package counts when its package.json is there. */
function countPackages(modules) {
  const inside = (folder) => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => !name.startsWith('.')).map((name) => join(folder, name))
  const folders = inside(modules).flatMap((folder) => (basename(folder).startsWith('@') ? inside(folder) : [folder]))
  return folders.filter((folder) => existsSync(join(folder, 'package.json'))).length
}

const seconds = (since) => Math.round((Date.now() - since) / 1000)
const say = (text) => process.stderr.write(`${text}\n`)
function fail(text) {
  say(text)
  process.exit(1)
}
