import { isIP } from 'node:net'
import { z } from 'zod'
import { bigintSchema, idSchema, instantSchema } from '../../../platform/http/schemas.ts'
import { SOURCES } from './store.ts'

export const ipAddress = z
  .string()
  .max(45)
  .refine((text) => isIP(text) !== 0 && !text.includes('%'), 'Expected an IP address')

export const pppSessionSchema = z.object({
  id: idSchema,
  router_id: idSchema,
  router_name: z.string(),
  subscription_id: idSchema.nullable().meta({ description: 'Null: nobody’s login' }),
  client_id: idSchema.nullable(),
  client_code: z.string().nullable(),
  client_name: z.string().nullable(),
  source: z.enum(SOURCES).meta({ description: 'Reported by the router, or read from it' }),
  login: z.string(),
  acct_session_id: z.string(),
  address: z.string().nullable(),
  ipv6_prefix: z.string().nullable(),
  caller_id: z.string().meta({ description: 'The MAC address of the box; empty where unknown' }),
  nas_port: z.string(),
  service: z.string(),
  started_at: instantSchema,
  updated_at: instantSchema.meta({ description: 'When it was last heard of' }),
  ended_at: instantSchema.nullable(),
  terminate_cause: z.string().nullable().meta({ description: 'The router’s word, or ours in small letters: lost, gone, replaced, restarted' }),
  upload_bytes: bigintSchema,
  download_bytes: bigintSchema,
})
