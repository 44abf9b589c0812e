/**
 * A program of its own: prints every document of the small newsroom as this process's time zone makes it.
 *
 * A zone is settled when a process starts, so a test that compares zones needs a process for each.
 */
import { FORMATS } from '../src/feeds/feed.ts';
import { documentPath } from '../src/feeds/feed-address.ts';
import { HandClock } from './http/hand-clock.ts';
import { LANTERN_FILES, markdown } from './http/lantern-files.ts';
import { RunningService } from './http/running-service.ts';

const running = await RunningService.over(
  {
    ...LANTERN_FILES,
    'dates/day.md': markdown({ title: 'A day', date: '2025-03-01' }),
    'dates/time-without-zone.md': markdown({ title: 'A time without a zone', date: '2025-03-30 02:30:00' }),
    'dates/time-with-zone.md': markdown({ title: 'A time with a zone', date: '2025-03-01T23:30:00-03:30' }),
    'dates/in-words.md': markdown({ title: 'In words', date: 'March 5, 2025' }),
    'dates/2025-11-02-in-the-name.md': '---\ntitle: In the name\n---\n\nText.\n',
    'dates/toml.md': '+++\ntitle = "TOML"\ndate = 2025-03-01T01:30:00\n+++\n\nText.\n',
    'dates/wire.txt':
      'Wire copy with a date\n\nOSLO, March 3 (Lantern News) - The ice broke on Monday.\n\nIt was loud.\n',
  },
  { clock: new HandClock('2025-10-01T10:00:00Z') },
);
const documents: Record<string, string> = { offset: String(new Date(0).getTimezoneOffset()) };
for (const key of ['', 'sections/dates', 'tags/boats']) {
  for (const format of FORMATS)
    documents[documentPath(key, format)] = await running.text(documentPath(key, format));
}
for (const path of ['/', '/articles/a-day', '/sitemap.xml', '/opml.xml'])
  documents[path] = await running.text(path);
await running.end();
process.stdout.write(JSON.stringify(documents));
