import { createContext, useContext } from 'react'
import type { PickedClient } from '../payments/client-picker.tsx'

type TakePaymentFrom = (client?: PickedClient | null) => void

export const TakePaymentContext = createContext<TakePaymentFrom>(() => {})

/** Opens the shell's one dialog for taking money, from any page. */
export const useTakePayment = (): TakePaymentFrom => useContext(TakePaymentContext)
