import type { Topic } from '../events/index.ts'

export const topics: readonly Topic[] = [{ name: 'doctor_results', permission: 'job.view' }]
