/**
 * Every metric there is: its name, what it tells, and where its values come from.
 *
 * Pure. The README's table is made from this one, so names are a promise. How metrics are written out is
 * metric-registry.ts's to know.
 */
import type { Timings } from '../base/timings.ts';
import type { Observations } from './observations.ts';
import type { PollTally, TalliedPolls } from './poll-tallies.ts';
import type { Readiness } from './readiness.ts';

/** What is looked at when somebody asks. */
export interface Seen {
  readonly observations: Observations;
  readonly readiness: Readiness;
  readonly version: string;
  /** Seconds by which turns of the event loop came late since the last look, by quantile. */
  readonly eventLoopDelays: Readonly<Record<string, number>>;
  readonly cpuSeconds: number;
  readonly residentBytes: number;
  /** The instant of the process's start, in seconds since 1970. */
  readonly startSeconds: number;
}

/** One value. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Described {
  readonly name: string;
  readonly labels: readonly string[];
  readonly help: string;
}

/** A number that only grows, or one that goes up and down. */
export interface NumberMetric extends Described {
  readonly type: 'counter' | 'gauge';
  samples(seen: Seen): readonly Sample[];
}

/** Durations in buckets; it has one label. */
export interface TimingMetric extends Described {
  readonly type: 'histogram';
  timings(seen: Seen): Timings;
}

/** One metric. */
export type Metric = NumberMetric | TimingMetric;

const POLL_LABELS = ['kind', 'feed', 'format', 'status', 'coding'] as const;

/** The metrics, in the order in which they are told. */
export const METRICS: readonly Metric[] = [
  {
    name: 'feedwright_polls_total',
    type: 'counter',
    labels: POLL_LABELS,
    help: 'Polls answered: 200 with the whole, 226 with what is new, 304 with nothing new',
    samples: (seen) =>
      pollSamples(seen, ({ full, delta, notModified }) => ({ 200: full, 226: delta, 304: notModified })),
  },
  {
    name: 'feedwright_sent_bytes_total',
    type: 'counter',
    labels: ['kind', 'feed', 'format', 'coding'],
    help: 'Bytes of bodies sent to polls',
    samples: (seen) => pollSamples(seen, ({ bytesSent }) => ({ '': bytesSent })),
  },
  {
    name: 'feedwright_saved_bytes_total',
    type: 'counter',
    labels: POLL_LABELS,
    help: 'Bytes of bodies that 304 and 226 did not have to send',
    samples: (seen) =>
      pollSamples(seen, (tally) => ({
        226: tally.bytesSavedByDelta,
        304: tally.bytesSavedByNotModified,
      })),
  },
  {
    name: 'feedwright_failures_total',
    type: 'counter',
    labels: ['code'],
    help: 'Requests answered with a failure, by its code',
    samples: ({ observations }) =>
      [...observations.failures].map(([code, value]) => ({ labels: { code }, value })),
  },
  {
    name: 'feedwright_changes_total',
    type: 'counter',
    labels: [],
    help: 'The number of the last change published, since the ledger began',
    samples: ({ readiness }) => one(readiness.change),
  },
  {
    name: 'feedwright_files_read_total',
    type: 'counter',
    labels: [],
    help: 'Article files read, those read again included',
    samples: ({ observations }) => one(observations.filesRead),
  },
  {
    name: 'feedwright_ingest_seconds',
    type: 'histogram',
    labels: ['work'],
    help: 'Taking in the articles folder, from a look at it to the renewed feeds: scan, newest, examine (single files), hold',
    timings: ({ observations }) => observations.ingest,
  },
  {
    name: 'feedwright_render_seconds',
    type: 'histogram',
    labels: ['format'],
    help: 'Making one document of a feed, from the ledger to its bytes',
    timings: ({ observations }) => observations.renders,
  },
  {
    name: 'feedwright_ready',
    type: 'gauge',
    labels: [],
    help: '1 when the articles folder has been taken in once, else 0',
    samples: ({ readiness }) => one(readiness.isReady ? 1 : 0),
  },
  {
    name: 'feedwright_faults',
    type: 'gauge',
    labels: [],
    help: 'Files with faults',
    samples: ({ readiness }) => (readiness.faults === undefined ? [] : one(readiness.faults)),
  },
  {
    name: 'feedwright_trouble',
    type: 'gauge',
    labels: ['code'],
    help: '1 while changes cannot be published, by the failure that keeps them',
    samples: ({ readiness: { trouble } }) =>
      trouble === undefined ? [] : [{ labels: { code: trouble }, value: 1 }],
  },
  {
    name: 'feedwright_held_articles',
    type: 'gauge',
    labels: [],
    help: 'Articles whose files are gone, and whose loss is held',
    samples: ({ readiness }) => one(readiness.held?.withdraws ?? 0),
  },
  {
    name: 'feedwright_held_files',
    type: 'gauge',
    labels: [],
    help: 'New files that wait beside a hold',
    samples: ({ readiness }) => one(readiness.held?.keepsBack ?? 0),
  },
  {
    name: 'feedwright_event_loop_delay_seconds',
    type: 'gauge',
    labels: ['quantile'],
    help: 'By how much turns of the event loop came late since the last scrape; looked at from the first scrape on',
    samples: ({ eventLoopDelays }) =>
      Object.entries(eventLoopDelays).map(([quantile, value]) => ({ labels: { quantile }, value })),
  },
  {
    name: 'feedwright_version',
    type: 'gauge',
    labels: ['version'],
    help: 'Always 1; the label tells which Feedwright runs',
    samples: ({ version }) => [{ labels: { version }, value: 1 }],
  },
  {
    name: 'process_cpu_seconds_total',
    type: 'counter',
    labels: [],
    help: 'CPU time spent, user and system',
    samples: ({ cpuSeconds }) => one(cpuSeconds),
  },
  {
    name: 'process_resident_memory_bytes',
    type: 'gauge',
    labels: [],
    help: 'Memory held',
    samples: ({ residentBytes }) => one(residentBytes),
  },
  {
    name: 'process_start_time_seconds',
    type: 'gauge',
    labels: [],
    help: 'When the process began, in seconds since 1970',
    samples: ({ startSeconds }) => one(startSeconds),
  },
];

function one(value: number): readonly Sample[] {
  return [{ labels: {}, value }];
}

/** The values of all tallies that are not 0, by status; an empty status is no label. */
function pollSamples(
  { observations }: Seen,
  valuesOf: (tally: PollTally) => Readonly<Record<string, number>>,
): readonly Sample[] {
  return [...observations.polls.rows()].flatMap(({ kind, feed, format, tallies }: TalliedPolls) =>
    Object.entries(tallies).flatMap(([coding, tally]) =>
      Object.entries(valuesOf(tally))
        .filter(([, value]) => value > 0)
        .map(([status, value]) => ({
          labels: { kind, feed, format, coding, ...(status === '' ? {} : { status }) },
          value,
        })),
    ),
  );
}
