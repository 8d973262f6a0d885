import { z } from 'zod'
import { systemActor } from '../../../kernel/actor.ts'
import { AppError } from '../../../kernel/errors.ts'
import { ALL_PERMISSIONS } from '../../../kernel/permissions.ts'
import { businessDay } from '../../../kernel/time.ts'
import { dropDaysBefore, dropPartitionsBefore } from '../../../platform/db/partitions.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { defineJob, enqueue, handleJob } from '../../../platform/jobs/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { getSetting, getSettings } from '../../settings/index.ts'
import { capabilitiesOf, findProfile } from '../olts/index.ts'
import { deleteConsolesBefore } from './console/console-store.ts'
import { runLine, settleLines } from './console/run-line.ts'
import { forecastLight } from './forecast/forecast-light.ts'
import { foldDay, selectUnfolded } from './history/history-store.ts'
import { pollOneOlt, runOneTask, typeOneLine } from './job-definitions.ts'
import { pollOlt } from './poll/poll-olt.ts'
import { selectDue, upsertDue } from './poll/polls-store.ts'
import type { DuePoll } from './poll/polls-store.ts'
import { keepHoursMonths, keepSamplesDays, keepTasksDays, pollMinutes } from './settings.ts'
import { runTask } from './tasks/run-task.ts'
import { settleTasks } from './tasks/settle-tasks.ts'
import { deleteTasksBefore } from './tasks/tasks-store.ts'

const actor = systemActor('onus', ALL_PERMISSIONS)
const MINUTE_MS = 60_000
/** Within the minute in which they are due. */
const SPREAD_SECONDS = 40
/** A day that a worker could not fold for longer than this stays in measurements. */
const FOLD_BACK_DAYS = 7

/** Of some families nobody knows how a thing is asked, or not by the way that is set up. */
function isTold({ profile, kind, has_cli, has_snmp }: DuePoll): boolean {
  const known = findProfile(profile)
  return known !== null && capabilitiesOf(known)[kind].some((way) => (way === 'cli' ? has_cli : has_snmp))
}

export const jobs: readonly Job[] = [
  /** Each OLT has its own time for each thing, scattered by a tenth, so that they are not all asked in the same second. */
  handleJob(
    defineJob({ name: 'onus.poll_olts', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '* * * * *', isRecorded: false } }),
    async ({ database }) => {
      const db = { db: database.direct }
      const minutes = await pollMinutes(db)
      const due = await selectDue(db, database.clock.now())
      await inTransaction(database, { actor, direct: true }, async (tx) => {
        for (const { olt_id, kind } of due.filter(isTold)) {
          await upsertDue(tx, olt_id, kind, tx.now.add({ milliseconds: Math.round((minutes[kind] * (0.9 + 0.2 * Math.random()) - 0.5) * MINUTE_MS) }))
          await enqueue(
            tx,
            pollOneOlt,
            { olt_id, kind },
            { singletonKey: `${olt_id} ${kind}`, startAfter: tx.now.add({ seconds: Math.floor(SPREAD_SECONDS * Math.random()) }) },
          )
        }
      })
    },
  ) as Job,

  /** What the OLT did wrong is noted with it, and it is left alone for a while. */
  handleJob(pollOneOlt, async ({ database, payload: { olt_id, kind }, log }) => {
    try {
      const { isComplete, problems } = await pollOlt(database, olt_id, kind, { actor })
      if (!isComplete) log.warn({ olt: Number(olt_id), kind, problems }, 'An OLT did not tell everything; nobody’s state was changed by it')
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      log.warn({ olt: Number(olt_id), kind, err: error }, 'An OLT could not be asked')
    }
  }) as Job,

  handleJob(runOneTask, async ({ database, payload: { task_id } }) => await runTask(database, task_id, { actor })) as Job,

  handleJob(typeOneLine, async ({ database, payload: { line_id } }) => await runLine(database, line_id, { actor })) as Job,

  handleJob(
    defineJob({ name: 'onus.settle_tasks', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '*/5 * * * *', isRecorded: false } }),
    async ({ database }) => {
      await settleTasks(database, { actor })
      await settleLines(database, { actor })
    },
  ) as Job,

  handleJob(
    defineJob({ name: 'onus.forget_tasks', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '40 1 * * *', timeoutSeconds: 3000 } }),
    async ({ database }) => {
      const db = { db: database.direct }
      const oldest = database.clock.now().subtract({ hours: 24 * (await getSetting(db, keepTasksDays)) })
      await deleteTasksBefore(db, oldest)
      await deleteConsolesBefore(db, oldest)
    },
  ) as Job,

  handleJob(
    defineJob({ name: 'onus.fold_light', schema: z.strictObject({}), options: { policy: 'exclusive', cron: '20 1 * * *', timeoutSeconds: 3000 } }),
    async ({ database, signal, log }) => {
      const db = { db: database.direct }
      const now = database.clock.now()
      const today = businessDay(now, 'UTC')
      for (const day of await selectUnfolded(db, today, FOLD_BACK_DAYS)) {
        signal.throwIfAborted()
        log.info({ day: day.toString(), onus: Number(await foldDay(db, day, now)) }, 'Light folded into hours')
      }
      const crossing = await forecastLight(db, { today, at: now, signal })
      log.info({ crossing }, 'Light foretold')
      const [days, months] = await getSettings(db, [keepSamplesDays, keepHoursMonths])
      const oldest = today.toPlainYearMonth().subtract({ months })
      const dropped = [
        ...(await dropDaysBefore(database.direct, 'optical_samples', today.subtract({ days }))),
        ...(await dropPartitionsBefore(database.direct, 'optical_hours', oldest)),
        ...(await dropPartitionsBefore(database.direct, 'onu_events', oldest)),
        ...(await dropPartitionsBefore(database.direct, 'olt_interface_samples', oldest)),
      ]
      log.info({ dropped }, 'Old light and events forgotten')
    },
  ) as Job,
]
