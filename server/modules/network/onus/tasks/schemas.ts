import { z } from 'zod'
import type { Actor } from '../../../../kernel/actor.ts'
import { allow } from '../../../../platform/http/allowed.ts'
import { allowedOf } from '../../../../platform/http/allowed-schema.ts'
import { idSchema, instantSchema, lineOfText } from '../../../../platform/http/schemas.ts'
import { translate } from '../../../../platform/i18n/translate.ts'
import { OLT_TROUBLES } from '../../olts/index.ts'
import { WRITE_FIELDS } from './capabilities.ts'
import type { PlannedTask } from './plan-task.ts'
import { linesOf, TASK_STATES, TASK_VERBS } from './task.ts'
import type { OltTask } from './task.ts'

const PON = /^\d{1,3}(\/\d{1,3}){1,2}$/
const LARGEST_VLAN = 4094

export const askInput = {
  is_dry_run: z.boolean().default(false).meta({ description: 'Only say what would be typed; nothing is stored or sent' }),
  acknowledges_unverified: z.boolean().default(false).meta({ description: 'You know that nobody has seen this firmware take it' }),
}

/** How an ONU is registered; what a family needs of it says GET /olts/{id}/write-capabilities. */
export const newOnuInput = {
  serial: lineOfText(40).min(1).optional().meta({ description: 'Four letters and eight hexadecimal digits' }),
  mac: lineOfText(20).min(1).optional(),
  line_profile: lineOfText(32).min(1).optional(),
  service_profile: lineOfText(32).min(1).optional().meta({ description: 'Or its type, where the OLT calls it so' }),
  vlan: z.int().min(1).max(LARGEST_VLAN).optional(),
  description: lineOfText(64).min(1).optional(),
  line_mode: z.enum(['bridge', 'router']).optional(),
}
export const placeInput = {
  pon: z.string().regex(PON, 'Expected a PON such as 0/1 or 0/1/7'),
  onu_index: z.int().min(0).max(1023).optional().meta({ description: 'Its number on the PON; absent: the first that is free' }),
}

const lineSchema = z.object({
  mode: z.string(),
  text: z.string(),
  confirm: z.string().nullable().meta({ description: 'What it is told where it asks whether one is sure; null: no' }),
})

export const planSchema = z.object({
  verb: z.enum(TASK_VERBS),
  olt_id: idSchema,
  onu_id: idSchema.nullable(),
  pon: z.string(),
  onu_index: z.int(),
  lines: z.array(lineSchema).meta({ description: 'Typed in this order' }),
  save_lines: z.array(lineSchema).meta({ description: 'Typed when it was seen, so that the OLT keeps it' }),
  reads: z.array(z.string()).meta({ description: 'Commands that show what became of it' }),
  must: z.string().meta({ description: 'What must be seen then' }),
  is_dangerous: z.boolean().meta({ description: 'Somebody is without service by it' }),
  notes: z.array(z.string()),
  source: z.string().nullable().meta({ description: 'Who says that it is written so; null: from memory' }),
  model: z.string(),
  firmware: z.string(),
  is_verified: z.boolean().meta({ description: 'This model and firmware was seen to take it; else it must be acknowledged' }),
})

export const planView = ({ olt, profile, onu, verb, plan, firmware, isVerified }: PlannedTask) => ({
  verb,
  olt_id: olt.id,
  onu_id: onu?.id ?? null,
  pon: plan.params['pon'] ?? '',
  onu_index: plan.onu,
  lines: linesOf(plan.lines),
  save_lines: linesOf(plan.save),
  reads: plan.readBack.commands.map((key) => profile.commands[key]?.words ?? key),
  must: plan.readBack.must,
  is_dangerous: plan.danger,
  notes: [...plan.notes],
  source: plan.source,
  ...firmware,
  is_verified: isVerified,
})

const saidSchema = z.object({
  mode: z.string(),
  sent: z.string(),
  heard: z.array(z.string()),
  question: z.string().nullable(),
  told: z.string().nullable(),
  is_whole: z.boolean().meta({ description: 'False: it did not come back' }),
  ms: z.int(),
})

const listed = {
  id: idSchema,
  olt_id: idSchema,
  olt_name: z.string(),
  onu_id: idSchema.nullable(),
  verb: z.enum(TASK_VERBS),
  pon: z.string(),
  onu_index: z.int(),
  identity: z.string().nullable().meta({ description: 'The serial, else the MAC, of the ONU that is to stand there' }),
  subscription_id: idSchema.nullable(),
  lines: z.array(lineSchema),
  save_lines: z.array(lineSchema),
  must: z.string(),
  requested_by: idSchema.nullable(),
  requested_by_name: z.string().nullable(),
  requested_at: instantSchema,
  state: z.enum(TASK_STATES).meta({
    description:
      'done: it was seen. refused: the OLT said no, lines before were taken. unsure: a line did not come back; read the state first. not_seen: every line was taken and nothing shows. failed: nothing was typed',
  }),
  began_at: instantSchema.nullable(),
  done_at: instantSchema.nullable(),
  stopped_at: z.object({ index: z.int().nullable(), line: z.string(), why: z.string() }).nullable(),
  read_back: z.object({ is_seen: z.boolean(), words: z.string() }).nullable(),
  is_saved: z.boolean().nullable().meta({ description: 'Null: it was not tried' }),
  trouble: z.enum(OLT_TROUBLES).nullable(),
  advice: z.string().nullable().meta({ description: 'What to look at, in your language' }),
  message: z.string().nullable(),
  allowed: allowedOf(['cancel']),
}
export const listedTaskSchema = z.object(listed)
export const taskSchema = z.object({ ...listed, transcript: z.array(saidSchema) })

export function listedTaskView(actor: Actor, { wish: _wish, profile: _profile, branch_id: _branch, ...task }: Omit<OltTask, 'transcript'>) {
  const trouble = OLT_TROUBLES.find((known) => known === task.trouble) ?? null
  return {
    ...task,
    lines: linesOf(task.lines),
    save_lines: linesOf(task.save_lines),
    trouble,
    advice:
      trouble === null ? (task.state === 'unsure' ? translate(actor.locale, 'olt_task.unsure') : null) : translate(actor.locale, `olt_trouble.${trouble}`),
    allowed: { cancel: allow(actor, 'olt.act', task.state === 'waiting' ? null : 'task_not_waiting') },
  }
}

export const taskView = (actor: Actor, { transcript, ...task }: OltTask) => ({
  ...listedTaskView(actor, task),
  transcript: transcript.map(({ mode, sent, heard, asked, isWhole, ms }) => ({
    mode,
    sent,
    heard: [...heard],
    question: asked?.question ?? null,
    told: asked?.told ?? null,
    is_whole: isWhole,
    ms: Math.round(ms),
  })),
})

export const capabilitiesSchema = z.object({
  model: z.string().meta({ description: 'Empty: the OLT has not said yet what it is' }),
  firmware: z.string(),
  is_writable: z.boolean(),
  profiles_are: z.enum(['numbers', 'names']).nullable(),
  longest_description: z.int().nullable(),
  first_onu_index: z.int().nullable(),
  last_onu_index: z.int().nullable(),
  items: z.array(
    z.object({
      verb: z.enum(TASK_VERBS),
      is_possible: z.boolean().meta({ description: 'How this family is told it is known' }),
      needs: z.array(z.enum(WRITE_FIELDS)),
      takes: z.array(z.enum(WRITE_FIELDS)),
      is_verified: z.boolean().meta({ description: 'This model and firmware was seen to take it' }),
      verified_at: instantSchema.nullable(),
      verified_on: z.string().nullable().meta({ description: 'The OLT that was seen to' }),
      source: z.string().nullable().meta({ description: 'Who says that it is written so; null: from memory' }),
    }),
  ),
})
