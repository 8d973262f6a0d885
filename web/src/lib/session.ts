import { queryOptions, useQuery } from '@tanstack/react-query'
import { http } from '../api/client.ts'
import type { paths } from '../api/schema.d.ts'

export type Me = paths['/api/v1/auth/session']['get']['responses']['200']['content']['application/json']
export type Permission = Me['permissions'][number]

/** Who is logged in; null = nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: 1,
  queryFn: async (): Promise<Me | null> => {
    const { data, error, response } = await http.GET('/api/v1/auth/session')
    if (data !== undefined) return data
    if (response.status === 401) return null
    throw error
  },
})

/** Whether this installation still waits for its first visitor. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: async () => {
    const { data, error } = await http.GET('/api/v1/setup')
    if (data === undefined) throw error
    return data
  },
})

/** The person at the screen. Only for pages behind the log-in. */
export function useMe(): Me {
  const { data } = useQuery(sessionQuery)
  if (data === undefined || data === null) throw new Error('This page needs a log-in')
  return data
}

/** Whether the person may do something; the server decides again in any case. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}

/** The address of the own photo; another one after a change. */
export const ownPhoto = (fileId: number | null): string | null => (fileId === null ? null : `/api/v1/auth/profile/photo?v=${fileId}`)
