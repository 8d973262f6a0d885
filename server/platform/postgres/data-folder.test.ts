import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const AT_ONCE = 8
const folder = mkdtempSync(join(tmpdir(), 'lastmile-claim-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Says when it is ready, tries in the millisecond it is told, and holds what it has won until its input ends.
const CLAIMER = `
  import { claimDataFolder } from ${JSON.stringify(join(import.meta.dirname, 'data-folder.ts'))}
  process.stdout.write('ready\\n')
  process.stdin.once('data', (at) => {
    while (performance.timeOrigin + performance.now() < Number(at));
    try { const release = claimDataFolder(process.argv[1]); process.stdout.write('won\\n'); process.stdin.once('end', release) }
    catch (error) { process.stdout.write(error.name + '\\n') }
  })`

function claimer(dataDir: string) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', CLAIMER, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  const has = async (lines: number): Promise<string[]> => {
    while (said.split('\n').length <= lines && child.exitCode === null) await new Promise((again) => setTimeout(again, 5))
    return said.trim().split('\n')
  }
  return { child, has, ended: new Promise((done) => child.on('close', done)) }
}

/** What each of several says that try at the same moment. */
async function tryAtOnce(dataDir: string): Promise<string[]> {
  const all = Array.from({ length: AT_ONCE }, () => claimer(dataDir))
  await Promise.all(all.map(({ has }) => has(1)))
  const at = performance.timeOrigin + performance.now() + 100
  for (const { child } of all) child.stdin.write(`${at}\n`)
  const said = await Promise.all(all.map(async ({ has }) => (await has(2))[1] ?? 'nothing'))
  for (const { child } of all) child.stdin.end()
  await Promise.all(all.map(({ ended }) => ended))
  return said.toSorted()
}

test('of many that start at once on one folder one has it, and gives it back', async () => {
  const one = [...Array.from({ length: AT_ONCE - 1 }, () => 'DataFolderInUse'), 'won']
  for (let round = 0; round < 5; round += 1) {
    const dataDir = join(folder, `round-${round}`)
    expect(await tryAtOnce(dataDir), `round ${round}`).toEqual(one)
    expect(readdirSync(dataDir)).toEqual([])
  }
}, 60_000)

test('and so it is where a process that is gone has left its lock, also an empty one', async () => {
  for (const left of ['999999999 1\n', '']) {
    const dataDir = mkdtempSync(join(folder, 'left-'))
    writeFileSync(join(dataDir, 'lastmile.lock'), left)
    expect((await tryAtOnce(dataDir)).filter((said) => said === 'won')).toHaveLength(1)
    expect(readdirSync(dataDir)).toEqual([])
  }
}, 60_000)
