import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { keyBytes } from './platform/secrets/key-bytes.ts'

/** A variable of the environment is wrong; the message names every bad one, so that one restart is enough. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'must be a postgresql:// address')
const isNetwork = (text: string): boolean => {
  const [address = '', bits = '0'] = text.split('/')
  return isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)
}
const list = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
const secretKey = z.string().refine((text) => keyBytes(text) !== null, 'must be 32 bytes as base64 or as 64 hex digits; make one with: openssl rand -base64 32')

/** Every variable the program reads, with its default; `lastmile help config` prints this list. */
const variables = {
  HOST: z.string().min(1).default('127.0.0.1').describe('address the web server listens on; 0.0.0.0 for all'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080).describe('port of the web server; 0 takes a free one'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://isp.example' })
    .optional()
    .describe('address under which people reach the program; cookies are secure when it is https'),
  TRUST_PROXY: z
    .string()
    .default('')
    .refine((text) => list(text).every(isNetwork), 'must be a list of addresses or networks, e.g. 127.0.0.1,10.0.0.0/8')
    .describe('proxies whose X-Forwarded headers are believed'),
  DATA_DIR: z.string().min(1).default('./data').describe('folder of the embedded database, uploaded files and the key file'),
  DATABASE_URL: postgresUrl.optional().describe('a PostgreSQL 15 or newer; without it the embedded one is used'),
  DATABASE_DIRECT_URL: postgresUrl.optional().describe('the server itself, where DATABASE_URL is a pooler'),
  DATABASE_REPLICA_URL: postgresUrl.optional().describe('a read replica for reports and exports'),
  SECRET_KEY: secretKey.optional().describe('key that seals stored secrets; without it DATA_DIR/secret.key is used'),
  SECRET_KEY_FILE: z.string().min(1).optional().describe('file that holds SECRET_KEY'),
  SECRET_KEYS_OLD: z
    .string()
    .default('')
    .refine((text) => list(text).every((key) => keyBytes(key) !== null), 'must be a list of keys as SECRET_KEY')
    .describe('earlier keys, until everything is sealed with the new one'),
  BUILD_WEB: z.enum(['auto', 'never']).default('auto').describe('auto builds the web app at the start when its sources are newer; never serves what is there'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').describe('debug shows every statement'),
} as const

export interface Config {
  readonly host: string
  readonly port: number
  readonly publicUrl: string | null
  readonly trustProxy: readonly string[]
  /** Absolute. */
  readonly dataDir: string
  readonly database: {
    /** Null: the embedded PostgreSQL. */
    readonly url: string | null
    readonly directUrl: string | undefined
    readonly replicaUrl: string | undefined
  }
  /** Null: the key file of the data folder. */
  readonly secretKey: string | null
  readonly oldSecretKeys: readonly string[]
  readonly buildsWeb: boolean
  readonly logLevel: z.infer<(typeof variables)['LOG_LEVEL']>
}

/** Reads and checks the environment. An empty variable counts as absent. @throws BadConfig naming every bad variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.keys(variables).flatMap((name) => (env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]])))
  const parsed = z.object(variables).safeParse(given)
  const problems = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  if (given.DATABASE_URL === undefined) {
    for (const name of ['DATABASE_DIRECT_URL', 'DATABASE_REPLICA_URL']) {
      if (given[name] !== undefined) problems.push(`${name}: has no meaning without DATABASE_URL`)
    }
  }
  if (given.SECRET_KEY !== undefined && given.SECRET_KEY_FILE !== undefined) problems.push('SECRET_KEY_FILE: give either SECRET_KEY or SECRET_KEY_FILE')
  const fromFile = given.SECRET_KEY_FILE === undefined ? null : readKeyFile(given.SECRET_KEY_FILE, problems)
  if (!parsed.success || problems.length > 0) {
    throw new BadConfig(
      `The environment has ${problems.length === 1 ? 'a variable' : 'variables'} Lastmile cannot start with:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    )
  }
  const values = parsed.data
  return Object.freeze({
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustProxy: Object.freeze(list(values.TRUST_PROXY)),
    dataDir: resolve(values.DATA_DIR),
    database: Object.freeze({ url: values.DATABASE_URL ?? null, directUrl: values.DATABASE_DIRECT_URL, replicaUrl: values.DATABASE_REPLICA_URL }),
    secretKey: values.SECRET_KEY ?? fromFile,
    oldSecretKeys: Object.freeze(list(values.SECRET_KEYS_OLD)),
    buildsWeb: values.BUILD_WEB === 'auto',
    logLevel: values.LOG_LEVEL,
  })
}

/** The list for `lastmile help config` and the docs. */
export const describeVariables = (): { name: string; default: string; meaning: string }[] =>
  Object.entries(variables).map(([name, schema]) => {
    const unset = schema.safeParse(undefined)
    return { name, default: unset.success && unset.data !== undefined ? String(unset.data) : '', meaning: schema.description ?? '' }
  })

function readKeyFile(path: string, problems: string[]): string | null {
  try {
    const text = readFileSync(path, 'utf8').trim()
    if (keyBytes(text) !== null) return text
    problems.push(`SECRET_KEY_FILE: ${path} holds no key of 32 bytes as base64 or 64 hex digits`)
  } catch (error) {
    problems.push(`SECRET_KEY_FILE: ${path} cannot be read (${(error as Error).message})`)
  }
  return null
}
