import { DeviceTimedOut } from '../../../kernel/device-errors.ts'

/** What somebody waits for, but not for longer; without `ms` as long as it takes. @throws DeviceTimedOut 504; the work itself is not stopped. */
export async function within<T>({ ms, what }: { ms: number | undefined; what: string }, work: () => Promise<T>): Promise<T> {
  if (ms === undefined) return await work()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeviceTimedOut(`The ${what} has not answered within ${ms / 1000} seconds`)), ms)
  })
  try {
    return await Promise.race([work(), late])
  } finally {
    clearTimeout(timer)
  }
}
