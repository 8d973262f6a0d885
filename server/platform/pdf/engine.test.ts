import { afterEach, expect, test } from 'vitest'
import { DEFAULT_SETTINGS, startEngine, type Engine, type EngineSettings } from './engine.ts'
import { exampleInvoice } from './example-documents.ts'
import type { Job } from './job.ts'
import { invoiceJob } from './render.ts'

let engine: Engine
afterEach(() => engine.close())

const start = (settings: Partial<EngineSettings> = {}): Engine => (engine = startEngine({ ...DEFAULT_SETTINGS, ...settings }))

const job = (documents = 1): Job =>
  invoiceJob(
    Array.from({ length: documents }, () => exampleInvoice()),
    { locale: 'en', paper: 'a4', template: 'standard' },
    false,
  )

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
const isAlive = (processId: number): boolean => {
  try {
    return process.kill(processId, 0)
  } catch {
    return false // No such process.
  }
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('It did not happen within ten seconds')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('a job whose process is killed is done by a new one', async () => {
  const { typeset, stats } = start()
  await typeset(job())
  const [first] = stats().processIds
  const running = typeset(job(60))
  process.kill(first ?? 0, 'SIGKILL')
  expect(isPdf(await running)).toBe(true)
  expect(stats()).toMatchObject({ started: 2, retried: 1 })
})

test('a job that loses two processes fails, and the next one is served', async () => {
  const { typeset, stats } = start()
  await typeset(job())
  const running = typeset(job(60))
  const failed = expect(running).rejects.toMatchObject({ code: 'pdf_not_made' })
  process.kill(stats().processIds[0] ?? 0, 'SIGKILL')
  await until(() => stats().started === 2 && stats().processIds.length === 1)
  process.kill(stats().processIds[0] ?? 0, 'SIGKILL')
  await failed
  expect(isPdf(await typeset(job()))).toBe(true)
})

test('a job that takes too long is stopped with its process', async () => {
  const { typeset, stats } = start({ timeoutMs: 1 })
  await expect(typeset(job(200))).rejects.toThrow('it took longer than')
  expect(stats()).toMatchObject({ started: 2, retried: 1, processIds: [] })
})

test('a job that cannot be set says why, and the process goes on', async () => {
  const { typeset, stats } = start()
  await expect(typeset({ ...job(), data: '{"broken"' })).rejects.toMatchObject({ code: 'pdf_not_made', message: expect.stringMatching(/JSON/i) })
  expect(isPdf(await typeset(job()))).toBe(true)
  expect(stats().started).toBe(1)
})

test('more jobs than the queue holds are refused at once, and a month is not stopped by the rush', async () => {
  const { typeset } = start({ queueLimit: 2 })
  const taken = [typeset(job()), typeset(job()), typeset(job())]
  await expect(typeset(job())).rejects.toMatchObject({ code: 'pdf_busy', status: 503 })
  const chunkOfMonth = typeset(job(), 'bulk')
  expect((await Promise.all([...taken, chunkOfMonth])).every(isPdf)).toBe(true)
})

test('a single document goes before the waiting chunks of a month', async () => {
  const { typeset } = start()
  const order: string[] = []
  await Promise.all([
    typeset(job(5), 'bulk').then(() => order.push('first chunk')),
    typeset(job(5), 'bulk').then(() => order.push('second chunk')),
    typeset(job()).then(() => order.push('single')),
  ])
  expect(order).toEqual(['first chunk', 'single', 'second chunk'])
})

test('a process is replaced after its number of jobs, so its memory comes back', async () => {
  const { typeset, stats } = start({ recycleAfterJobs: 2 })
  const seen = new Set<number>()
  for (let made = 0; made < 6; made++) {
    const making = typeset(job())
    for (const id of stats().processIds) seen.add(id)
    await making
  }
  expect(stats().started).toBe(3)
  await until(() => ![...seen].some(isAlive))
})

test('a process that has grown too large is replaced', async () => {
  const { typeset, stats } = start({ recycleRssBytes: 1 })
  await typeset(job())
  await typeset(job())
  expect(stats().started).toBe(2)
  expect(stats().peakRssBytes).toBeGreaterThan(50e6)
})

test('an idle process is let go and started again when needed', async () => {
  const { typeset, stats } = start({ idleMs: 50 })
  await typeset(job())
  const [id] = stats().processIds
  await until(() => stats().processIds.length === 0 && !isAlive(id ?? 0))
  expect(isPdf(await typeset(job()))).toBe(true)
})

test('closing ends the process and fails what waits', async () => {
  const { typeset, stats, close } = start()
  await typeset(job())
  const [id] = stats().processIds
  const running = expect(typeset(job(60))).rejects.toMatchObject({ code: 'pdf_not_made' })
  const waiting = expect(typeset(job())).rejects.toMatchObject({ code: 'pdf_busy' })
  close()
  await Promise.all([running, waiting])
  await until(() => !isAlive(id ?? 0))
  await expect(typeset(job())).rejects.toMatchObject({ code: 'pdf_busy' })
})
