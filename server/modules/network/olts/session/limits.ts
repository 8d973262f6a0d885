import type { Patience } from './line.ts'

export const LOGIN_PATIENCE: Patience = { timeoutMs: 20_000, idleMs: 15_000 }
/** Until the first prompt, before a key is pressed. */
export const FIRST_WORD_PATIENCE: Patience = { timeoutMs: 6000, idleMs: 2500 }
export const USUAL_PATIENCE: Patience = { timeoutMs: 30_000, idleMs: 10_000 }
export const LOGOUT_PATIENCE: Patience = { timeoutMs: 1500, idleMs: 1500 }

export const MOST_PAGES = 5000
export const DEEPEST_MODE = 6
/** How many log lines may come behind a prompt. */
export const MOST_LOG_LINES = 40
export const INTERRUPT = '\u0003'
