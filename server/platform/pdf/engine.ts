import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { AppError } from '#kernel/errors.ts'
import type { Job, Reply } from './job.ts'

export class PdfBusy extends AppError {
  readonly code = 'pdf_busy'
  readonly status = 503
}

export class PdfNotMade extends AppError {
  readonly code = 'pdf_not_made'
  readonly status = 500
}

export interface EngineSettings {
  /** Processes that set type at once; each uses about 150 MB at work. */
  readonly processes: number
  /** Jobs that may wait, single and bulk each; one more is refused, so that a rush cannot fill the memory and never stops a month half-way. */
  readonly queueLimit: number
  readonly timeoutMs: number
  /** A process is replaced after so many jobs, or when it has grown beyond `recycleRssBytes`, whichever comes first. */
  readonly recycleAfterJobs: number
  readonly recycleRssBytes: number
  /** An idle process is let go after this time. */
  readonly idleMs: number
}

export const DEFAULT_SETTINGS: EngineSettings = {
  processes: 1,
  queueLimit: 200,
  timeoutMs: 60_000,
  recycleAfterJobs: 500,
  recycleRssBytes: 450 * 1024 * 1024,
  idleMs: 60_000,
}

export interface Engine {
  /**
   * Sets one job. `bulk` jobs wait behind all others. A job whose process died or hung is tried once more in a new one.
   * @throws PdfBusy 503 when the queue is full. @throws PdfNotMade 500 with the typesetter's reason.
   */
  typeset(job: Job, priority?: 'single' | 'bulk'): Promise<Uint8Array>
  stats(): EngineStats
  /** Waits for nothing: running jobs fail, processes end. */
  close(): void
}

export interface EngineStats {
  readonly waiting: number
  readonly processIds: readonly number[]
  readonly started: number
  readonly retried: number
  /** The highest memory any process has reported after a job. */
  readonly peakRssBytes: number
  /** Processor time of all typesetting processes so far, their start included. */
  readonly cpuMicros: number
}

interface Task {
  readonly job: Job
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (error: Error) => void
  attempts: number
}

interface Slot {
  child: ChildProcess | null
  task: Task | null
  jobsDone: number
  cpuMicros: number
  timer: NodeJS.Timeout | undefined
}

/** A queue in front of a few typesetting processes, which are started when needed. */
export function startEngine(settings: EngineSettings = DEFAULT_SETTINGS): Engine {
  const singles: Task[] = []
  const bulk: Task[] = []
  const slots: Slot[] = Array.from({ length: settings.processes }, () => ({ child: null, task: null, jobsDone: 0, cpuMicros: 0, timer: undefined }))
  let started = 0
  let retried = 0
  let peakRssBytes = 0
  let cpuMicros = 0
  let isClosed = false

  const next = (): void => {
    for (const slot of slots) {
      if (slot.task !== null) continue
      const task = singles.shift() ?? bulk.shift()
      if (task === undefined) return
      give(slot, task)
    }
  }

  const give = (slot: Slot, task: Task): void => {
    clearTimeout(slot.timer)
    slot.task = task
    task.attempts++
    slot.child ??= start(slot)
    slot.child.ref()
    slot.child.channel?.ref()
    slot.timer = setTimeout(() => lose(slot, `it took longer than ${settings.timeoutMs / 1000} seconds`), settings.timeoutMs)
    slot.child.send(task.job, (error) => {
      if (error !== null && slot.task === task) lose(slot, error.message)
    })
  }

  const start = (slot: Slot): ChildProcess => {
    started++
    slot.jobsDone = 0
    slot.cpuMicros = 0
    const child = fork(join(import.meta.dirname, 'typesetter.ts'), {
      serialization: 'advanced',
      execArgv: [],
      env: childEnvironment(),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('message', (reply: Reply) => {
      if (slot.child === child) finish(slot, reply)
    })
    child.on('error', (error) => {
      if (slot.child === child) lose(slot, error.message)
    })
    child.on('exit', (code, signal) => {
      if (slot.child === child) lose(slot, `its process ended (${signal ?? code})`)
    })
    return child
  }

  const finish = (slot: Slot, reply: Reply): void => {
    const task = slot.task
    slot.task = null
    slot.jobsDone++
    clearTimeout(slot.timer)
    peakRssBytes = Math.max(peakRssBytes, reply.rssBytes)
    cpuMicros += reply.cpuMicros - slot.cpuMicros
    slot.cpuMicros = reply.cpuMicros
    if (slot.jobsDone >= settings.recycleAfterJobs || reply.rssBytes > settings.recycleRssBytes) stop(slot)
    else rest(slot)
    if (reply.ok) task?.resolve(reply.pdf)
    else task?.reject(new PdfNotMade(`The document could not be set: ${reply.message}`))
    next()
  }

  /** The process is gone or hangs: its job gets one more chance in a new process. */
  const lose = (slot: Slot, reason: string): void => {
    const task = slot.task
    slot.task = null
    stop(slot)
    if (task === null) return
    if (task.attempts < 2 && !isClosed) {
      retried++
      singles.unshift(task)
    } else task.reject(new PdfNotMade(`The document could not be set: ${reason}`))
    next()
  }

  const rest = (slot: Slot): void => {
    slot.child?.unref()
    slot.child?.channel?.unref()
    slot.timer = setTimeout(() => stop(slot), settings.idleMs)
    slot.timer.unref()
  }

  const stop = (slot: Slot): void => {
    clearTimeout(slot.timer)
    const child = slot.child
    slot.child = null
    child?.kill('SIGKILL')
  }

  return {
    typeset: (job, priority = 'single') =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new PdfBusy('The program is shutting down; try again in a moment'))
        const queue = priority === 'bulk' ? bulk : singles
        if (queue.length >= settings.queueLimit) return reject(new PdfBusy('Too many documents are being made at the moment; try again in a minute'))
        queue.push({ job, resolve, reject, attempts: 0 })
        next()
      }),
    stats: () => ({
      waiting: singles.length + bulk.length,
      processIds: slots.flatMap(({ child }) => (child?.pid === undefined ? [] : [child.pid])),
      started,
      retried,
      peakRssBytes,
      cpuMicros,
    }),
    close: () => {
      isClosed = true
      for (const task of [...singles.splice(0), ...bulk.splice(0)]) task.reject(new PdfBusy('The program is shutting down; try again in a moment'))
      for (const slot of slots) lose(slot, 'the program is shutting down')
    },
  }
}

/** The process sees no secret of ours: it needs the path, the place for temporary files and little else. */
function childEnvironment(): NodeJS.ProcessEnv {
  const wanted = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'NODE_COMPILE_CACHE', 'RAYON_NUM_THREADS']
  return Object.fromEntries(wanted.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}
