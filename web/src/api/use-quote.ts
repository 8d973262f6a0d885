import { keepPreviousData, useQuery } from '@tanstack/react-query'

interface Answer<T> {
  readonly data?: T | undefined
  readonly error?: unknown
}

export interface Quote<T> {
  /** Of what is asked now; while a new answer is on its way, the one before. */
  readonly data: T | undefined
  readonly error: unknown
  /** The figures on the screen are those of what is asked now. */
  readonly isFresh: boolean
}

/** What something would do, asked before it is done and again whenever the question changes; null = nothing is asked yet. */
export function useQuote<T>(question: readonly unknown[] | null, ask: () => Promise<Answer<T>>): Quote<T> {
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['quote', ...(question ?? [])],
    enabled: question !== null,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const answer = await ask()
      if (answer.data === undefined) throw answer.error
      return answer.data
    },
  })
  const isAsked = question !== null && error === null
  return {
    data: isAsked ? data : undefined,
    error: question === null ? null : error,
    isFresh: isAsked && data !== undefined && !isFetching && !isPlaceholderData,
  }
}
