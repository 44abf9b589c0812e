import { expect } from 'chai';
import { Timetable } from '../../src/edition/timetable.ts';
import { HandClock } from '../http/hand-clock.ts';
import { until } from '../http/until.ts';

const NOON = '2025-10-01T12:00:00Z';

describe('Timetable', () => {
  let clock: HandClock;
  let next: Date | undefined;
  let calls: number;
  let timetable: Timetable;

  beforeEach(() => {
    clock = new HandClock('2025-10-01T11:00:00Z');
    next = new Date(NOON);
    calls = 0;
    timetable = new Timetable(
      clock,
      () => next,
      async () => {
        calls += 1;
        next = undefined;
      },
    );
  });
  afterEach(() => timetable.stop());

  it('calls before it says that it has started when the instant has passed already', async () => {
    clock.set('2025-10-01T13:00:00Z');
    await timetable.start();
    expect(calls).to.equal(1);
  });

  it('calls at the very instant, not before it', async () => {
    clock.set('2025-10-01T11:59:59.999Z');
    await timetable.start();
    expect(calls).to.equal(0);
    clock.set(NOON);
    await timetable.start();
    expect(calls).to.equal(1);
  });

  it('notices within 100 ms that the clock was set, or that the machine slept', async () => {
    await timetable.start();
    clock.set(NOON);
    await until('it was called', () => calls === 1, 100);
  });

  it('notices an instant that was not known at the start', async () => {
    next = undefined;
    await timetable.start();
    next = new Date('2025-10-01T11:00:00Z');
    await until('it was called', () => calls === 1, 100);
  });

  it('calls no more once it is stopped', async () => {
    await timetable.start();
    timetable.stop();
    clock.set(NOON);
    await timetable.start();
    expect(calls).to.equal(0);
  });
});
