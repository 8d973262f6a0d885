import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** The figures of one process for Prometheus; modules add theirs to the registry. */
export interface Metrics {
  readonly registry: Registry
  readonly requestSeconds: Histogram<'method' | 'route' | 'status'>
  readonly requestsRunning: Gauge
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'lastmile_' })
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'lastmile_http_request_seconds',
      help: 'Time from the first byte of a request to the last of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
    requestsRunning: new Gauge({ name: 'lastmile_http_requests_running', help: 'Requests being answered now', registers: [registry] }),
  }
}
