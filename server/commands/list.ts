import type { Command } from './command.ts'

/** Every command of the program, loaded when it is needed. A new one is a file of this folder and a line here. */
export const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  start: async () => await import('./start.ts'),
  web: async () => await import('./web.ts'),
  worker: async () => await import('./worker.ts'),
  migrate: async () => await import('./migrate.ts'),
  demo: async () => await import('./demo.ts'),
  import: async () => await import('./import.ts'),
  doctor: async () => await import('./doctor.ts'),
  radius: async () => await import('./radius.ts'),
  router: async () => await import('./router.ts'),
  olt: async () => await import('./olt.ts'),
  capture: async () => await import('./capture.ts'),
  simulate: async () => await import('./simulate.ts'),
  'rotate-secrets': async () => await import('./rotate-secrets.ts'),
}
