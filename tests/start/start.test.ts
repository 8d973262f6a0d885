import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { isAlive } from '../../server/platform/process.ts'
import { SHARED_HOME } from '../../server/platform/postgres/place.ts'
import { dataFolder, freePort, run } from './program.ts'
import type { Program, RunAs } from './program.ts'

const TIME = 180_000
const nobody: RunAs = { uid: 65534, gid: 65534 }
const isRoot = process.getuid?.() === 0

async function start(dataDir: string, user?: RunAs): Promise<{ program: Program; url: string }> {
  const port = await freePort()
  const program = run(['server/cli.ts', 'start'], { env: { DATA_DIR: dataDir, PORT: String(port), HOME: dataDir }, user })
  await program.says('Lastmile is running')
  return { program, url: `http://127.0.0.1:${port}` }
}

async function stop(program: Program): Promise<number | null> {
  program.child.kill('SIGTERM')
  return (await program.exit).code
}

const postmaster = (dataDir: string): number => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
const lockHolder = (dataDir: string): number => Number(readFileSync(join(dataDir, 'lastmile.lock'), 'utf8').split(' ')[0])

test('a first start answers and prints the set-up address; a second one finds the same database, and nothing keeps running after the end', {
  timeout: TIME,
}, async () => {
  const dataDir = dataFolder()
  const first = await start(dataDir)
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  expect(first.program.output()).toMatch(/\/setup#\S{20,}/)
  expect(statSync(join(dataDir, 'secret.key')).mode & 0o077).toBe(0)
  const key = readFileSync(join(dataDir, 'secret.key'), 'utf8')
  const server = postmaster(dataDir)
  expect(await stop(first.program)).toBe(0)
  expect(isAlive(server)).toBe(false)
  expect(existsSync(join(dataDir, 'lastmile.lock'))).toBe(false)

  const second = await start(dataDir)
  expect(second.program.output()).not.toContain('Creating the database')
  expect(second.program.output()).not.toContain('brought up to date')
  expect(readFileSync(join(dataDir, 'secret.key'), 'utf8')).toBe(key)
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
  expect(await stop(second.program)).toBe(0)
})

test('after the program is killed its database lives on and is adopted by the next start', { timeout: TIME }, async () => {
  const dataDir = dataFolder()
  const first = await start(dataDir)
  const server = postmaster(dataDir)
  process.kill(lockHolder(dataDir), 'SIGKILL')
  await first.program.exit
  expect(isAlive(server)).toBe(true)
  const second = await start(dataDir)
  expect(second.program.output()).toContain('still running from a Lastmile that had been killed')
  expect(postmaster(dataDir)).toBe(server)
  expect(await stop(second.program)).toBe(0)
  expect(isAlive(server)).toBe(false)
})

test('after program and database are killed together the next start recovers', { timeout: TIME }, async () => {
  const dataDir = dataFolder()
  const first = await start(dataDir)
  const server = postmaster(dataDir)
  process.kill(lockHolder(dataDir), 'SIGKILL')
  process.kill(server, 'SIGKILL')
  await first.program.exit
  const second = await start(dataDir)
  expect(postmaster(dataDir)).not.toBe(server)
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
})

test('a database server that dies under the running program is started again', { timeout: TIME }, async () => {
  const dataDir = dataFolder()
  const { program, url } = await start(dataDir)
  const server = postmaster(dataDir)
  process.kill(server, 'SIGKILL')
  await program.says('The database server runs again.')
  expect(postmaster(dataDir)).not.toBe(server)
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 20_000 }).toBe(200)
  expect(await stop(program)).toBe(0)
})

test('when only the launcher is killed the program stops by itself', { timeout: TIME }, async () => {
  const dataDir = dataFolder()
  const { program } = await start(dataDir)
  const [launcher, server] = [program.child.pid as number, postmaster(dataDir)]
  // Already new enough for the program, the launcher runs it in its own process; then there is no second one to outlive it.
  if (lockHolder(dataDir) === launcher) return expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(26)
  process.kill(launcher, 'SIGKILL')
  await expect.poll(() => isAlive(server), { timeout: 20_000 }).toBe(false)
  // The program gives its lock back after the database has ended.
  await expect.poll(() => existsSync(join(dataDir, 'lastmile.lock')), { timeout: 20_000 }).toBe(false)
})

test('ended through npm, whose shell hands no signal on, the program stops too', { timeout: TIME }, async () => {
  const dataDir = dataFolder()
  const program = run([], { env: { DATA_DIR: dataDir, PORT: String(await freePort()) }, byNpm: true })
  await program.says('Lastmile is running')
  const [holder, server] = [lockHolder(dataDir), postmaster(dataDir)]
  program.child.kill('SIGTERM')
  await expect.poll(() => isAlive(holder) || isAlive(server), { timeout: 20_000 }).toBe(false)
  expect(existsSync(join(dataDir, 'lastmile.lock'))).toBe(false)
})

test('a data folder in use is refused with a message that says what to do, while commands share the running database', { timeout: TIME }, async () => {
  const dataDir = dataFolder()
  const first = await start(dataDir)
  const second = run(['server/cli.ts', 'start'], { env: { DATA_DIR: dataDir, PORT: String(await freePort()) } })
  expect((await second.exit).code).toBe(1)
  expect(second.output()).toContain(`The data folder ${dataDir} is in use by another Lastmile (process ${lockHolder(dataDir)})`)
  expect(second.output()).toContain('DATA_DIR=')
  const command = run(['server/cli.ts', 'migrate'], { env: { DATA_DIR: dataDir } })
  expect((await command.exit).code).toBe(0)
  expect(command.output()).toContain('The database is up to date.')
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
})

test('a taken port and a wrong variable are named, and nothing keeps running', { timeout: TIME }, async () => {
  const first = await start(dataFolder())
  const dataDir = dataFolder()
  const taken = run(['server/cli.ts', 'start'], { env: { DATA_DIR: dataDir, PORT: new URL(first.url).port } })
  expect((await taken.exit).code).toBe(1)
  expect(taken.output()).toMatch(/Port \d+ on 127\.0\.0\.1 is taken/)
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  const wrong = run(['server/cli.ts', 'start'], { env: { PORT: 'eighty', LOG_LEVEL: 'loud' } })
  expect((await wrong.exit).code).toBe(1)
  expect(wrong.output()).toMatch(/PORT: /)
  expect(wrong.output()).toMatch(/LOG_LEVEL: /)
})

test('a lock file of a process that is gone, whatever now has its number, does not keep the folder', { timeout: TIME }, async () => {
  const dataDir = dataFolder()
  writeFileSync(join(dataDir, 'lastmile.lock'), `${process.pid} 1\n`)
  const { program } = await start(dataDir)
  expect(lockHolder(dataDir)).not.toBe(process.pid)
  expect(await stop(program)).toBe(0)
})

test.runIf(isRoot)('started by root the database runs as another account; started by a normal user as that user', { timeout: TIME }, async () => {
  const ownerOf = (pid: number): number => statSync(`/proc/${pid}`).uid
  const byRoot = dataFolder()
  const first = await start(byRoot)
  expect(ownerOf(postmaster(byRoot))).not.toBe(0)
  expect(statSync(join(byRoot, 'postgres')).mode & 0o077).toBe(0)
  expect(await stop(first.program)).toBe(0)

  const byUser = dataFolder(nobody)
  const second = await start(byUser, nobody)
  expect(ownerOf(postmaster(byUser))).toBe(nobody.uid)
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
  expect(await stop(second.program)).toBe(0)

  // And root can go on with what the user has made.
  const third = await start(byUser)
  expect(ownerOf(postmaster(byUser))).toBe(nobody.uid)
  expect(await stop(third.program)).toBe(0)
})

test.runIf(isRoot)(
  'where the account of the database cannot enter the data folder, the database is kept elsewhere and the screen says where',
  { timeout: TIME },
  async () => {
    const dataDir = dataFolder()
    chmodSync(dataDir, 0o700)
    onTestFinished(() => {
      for (const name of readdirSync(SHARED_HOME))
        if (name.startsWith(`${basename(dataDir)}-`)) rmSync(join(SHARED_HOME, name), { recursive: true, force: true })
    })
    const first = await start(dataDir)
    const where = readFileSync(join(dataDir, 'postgres-location'), 'utf8').trim()
    expect(where.startsWith(`${SHARED_HOME}/`)).toBe(true)
    expect(first.program.output()).toContain(`the database is kept in ${where}`)
    expect(await stop(first.program)).toBe(0)
    const second = await start(dataDir)
    expect(second.program.output()).not.toContain('Creating the database')
    expect(await stop(second.program)).toBe(0)
  },
)

test('a data folder whose path is too long for a socket is served by a port of loopback and a generated password', { timeout: TIME }, async () => {
  const dataDir = join(dataFolder(), 'a-long-name-'.repeat(8))
  const { program, url } = await start(dataDir)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect(readFileSync(join(dataDir, 'postgres', 'pg_hba.conf'), 'utf8')).toBe('host all all 127.0.0.1/32 scram-sha-256\n')
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o077).toBe(0)
  const command = run(['server/cli.ts', 'migrate'], { env: { DATA_DIR: dataDir } })
  expect((await command.exit).code).toBe(0)
  expect(await stop(program)).toBe(0)
})

test('two first starts at once on one folder: one runs, the other is refused', { timeout: TIME }, async () => {
  const dataDir = dataFolder()
  const programs = await Promise.all([0, 1].map(async () => run(['server/cli.ts', 'start'], { env: { DATA_DIR: dataDir, PORT: String(await freePort()) } })))
  const refused = await Promise.race(programs.map(async (program) => ({ program, exit: await program.exit })))
  expect(refused.exit.code).toBe(1)
  expect(refused.program.output()).toContain('is in use by another Lastmile')
  const other = programs.find((program) => program !== refused.program) as Program
  await other.says('Lastmile is running')
  await sleep(50)
  expect(await stop(other)).toBe(0)
})
