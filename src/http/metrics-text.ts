/**
 * The metrics as a text, from the first time that somebody asks.
 */
import type { MetricRegistry } from './metric-registry.ts';
import type { Observations } from './observations.ts';
import type { Readiness } from './readiness.ts';

/** Tells the metrics of one service, each time it is called. */
export function metricsText(
  observations: Observations,
  readiness: () => Promise<Readiness>,
): () => Promise<{ readonly text: string; readonly mediaType: string }> {
  let registry: Promise<MetricRegistry> | undefined;
  return async () => {
    registry ??= import('./metric-registry.ts').then(
      (loaded) => new loaded.MetricRegistry(observations, readiness),
    );
    const { mediaType } = await registry;
    return { text: await (await registry).text(), mediaType };
  };
}
