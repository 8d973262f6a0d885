import { z } from 'zod'
import { defineJob, handleJob } from '../platform/jobs/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { buildDemo } from './build-demo.ts'
import { demoNetwork } from './network/demo-network.ts'

/** Fills a company that was just set up with the demo's story; asked for on the set-up page. */
export const loadDemo = defineJob({ name: 'demo.load_company', schema: z.object({}), options: { policy: 'exclusive', attempts: 1, timeoutSeconds: 3600 } })

export const demoJobs: readonly Job[] = [
  handleJob(loadDemo, async ({ database, signal, progress, log }) => {
    const said: string[] = []
    await buildDemo(database, {
      signal,
      network: demoNetwork(),
      say: (text) => {
        log.info(text)
        said.push(text)
        progress({ step: text }).catch((error: unknown) => log.warn({ err: error }, 'Progress of the demo could not be noted'))
      },
    })
    await progress({ step: said.at(-1) ?? '', done: true })
  }) as Job,
]
