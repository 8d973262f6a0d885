import { useDebouncedValue } from '@mantine/hooks'
import { api } from '../../api/client.ts'

/** Whether a telephone number or login belongs to somebody already, asked while it is typed. */
export function useTaken(typed: { phone: string; pppoe_login: string }): { phone: boolean; pppoe_login: boolean } {
  const [{ phone, pppoe_login }] = useDebouncedValue(typed, 300)
  const query = { ...(phone.trim().length > 5 ? { phone: phone.trim() } : {}), ...(pppoe_login.trim().length > 1 ? { pppoe_login: pppoe_login.trim() } : {}) }
  const { data } = api.useQuery('get', '/api/v1/availability', { params: { query } }, { enabled: Object.keys(query).length > 0, retry: false })
  return { phone: data?.phone?.is_free === false, pppoe_login: data?.pppoe_login?.is_free === false }
}
