/**
 * The metrics, written out for Prometheus; the only module that imports `prom-client`.
 *
 * It is loaded at the first scrape: a service that nobody watches pays neither for the package nor for the timer that
 * looks at the event loop. Values are collected when somebody asks, from numbers that others keep.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { BUCKET_ENDS_SECONDS, type Timing } from '../base/timings.ts';
import { GENERATOR } from '../render/generator.ts';
import { METRICS, type NumberMetric, type Seen, type TimingMetric } from './metrics.ts';
import type { Observations } from './observations.ts';
import type { Readiness } from './readiness.ts';

/** How often the event loop is looked at, in milliseconds. */
const LOOK_MS = 20;

/** Percentiles of its delay that are told, and as which quantile. */
const QUANTILES: Readonly<Record<string, number>> = { '0.5': 50, '0.99': 99, '1': 100 };

/** Metrics over what one service sees. */
export class MetricRegistry {
  readonly #registry = new Registry();
  readonly #delays = monitorEventLoopDelay({ resolution: LOOK_MS });
  readonly #observations: Observations;
  readonly #readiness: () => Promise<Readiness>;
  #seen: Seen | undefined;

  constructor(observations: Observations, readiness: () => Promise<Readiness>) {
    this.#observations = observations;
    this.#readiness = readiness;
    this.#delays.enable();
    for (const metric of METRICS) {
      if (metric.type === 'histogram') this.#addHistogram(metric);
      else this.#addNumber(metric);
    }
  }

  /** What the text is called in Content-Type. */
  get mediaType(): string {
    return this.#registry.contentType;
  }

  /** All metrics, as Prometheus reads them. */
  async text(): Promise<string> {
    this.#seen = this.#look(await this.#readiness());
    return this.#registry.metrics();
  }

  #look(readiness: Readiness): Seen {
    const { user, system } = process.cpuUsage();
    const eventLoopDelays = Object.fromEntries(
      Object.entries(QUANTILES).map(([quantile, percentile]) => [quantile, this.#delaySeconds(percentile)]),
    );
    this.#delays.reset();
    return {
      observations: this.#observations,
      readiness,
      version: GENERATOR.version,
      eventLoopDelays,
      cpuSeconds: (user + system) / 1e6,
      residentBytes: process.memoryUsage.rss(),
      startSeconds: performance.timeOrigin / 1000,
    };
  }

  /** What is measured is the time between two looks; before the first two there is nothing to tell. */
  #delaySeconds(percentile: number): number {
    if (this.#delays.count === 0) return 0;
    return Math.max(0, this.#delays.percentile(percentile) / 1e9 - LOOK_MS / 1000);
  }

  #addNumber({ name, type, help, labels, samples }: NumberMetric): void {
    const seen = () => this.#seen!;
    const terms = { name, help, labelNames: [...labels], registers: [this.#registry] };
    if (type === 'counter') {
      new Counter({
        ...terms,
        collect() {
          this.reset();
          for (const sample of samples(seen())) this.inc(sample.labels, sample.value);
        },
      });
    } else {
      new Gauge({
        ...terms,
        collect() {
          this.reset();
          for (const sample of samples(seen())) this.set(sample.labels, sample.value);
        },
      });
    }
  }

  #addHistogram(metric: TimingMetric): void {
    this.#registry.registerMetric(new CountedHistogram(metric, () => this.#seen!));
  }
}

/** A histogram whose durations were put into buckets elsewhere. */
class CountedHistogram extends Histogram {
  readonly #metric: TimingMetric;
  readonly #seen: () => Seen;

  constructor(metric: TimingMetric, seen: () => Seen) {
    const { name, help, labels } = metric;
    super({ name, help, labelNames: [...labels], buckets: [...BUCKET_ENDS_SECONDS], registers: [] });
    this.#metric = metric;
    this.#seen = seen;
  }

  /** What the registry asks for. */
  async getForPromString() {
    const { name, help, labels } = this.#metric;
    const values = [...this.#metric.timings(this.#seen()).entries()].flatMap(([label, timing]) =>
      histogramValues(name, { [labels[0]!]: label }, timing),
    );
    return { name, help, type: 'histogram', values, aggregator: 'sum' };
  }
}

/** The series of a histogram: each bucket with all that are below it, the sum, the count. */
function histogramValues(name: string, labels: Readonly<Record<string, string>>, timing: Timing) {
  let below = 0;
  const buckets = BUCKET_ENDS_SECONDS.map((end, at) => {
    below += timing.counts[at]!;
    return { metricName: `${name}_bucket`, labels: { ...labels, le: String(end) }, value: below };
  });
  return [
    ...buckets,
    { metricName: `${name}_bucket`, labels: { ...labels, le: '+Inf' }, value: timing.count },
    { metricName: `${name}_sum`, labels, value: timing.sumSeconds },
    { metricName: `${name}_count`, labels, value: timing.count },
  ];
}
