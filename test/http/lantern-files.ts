/**
 * A small newsroom: six articles of every kind in two folders, one picture, all of them with stated dates but one.
 */
import type { Files } from './running-service.ts';

/** A valid picture of one pixel. */
export const LAMP_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Long enough that every document is worth a coding. */
const PARAGRAPHS = Array.from(
  { length: 6 },
  (_, number) =>
    `The ${number + 1}. watch saw the boats come in past the pier with their lamps lit, and the harbour master counted them twice before he wrote the number in his book.`,
).join('\n\n');

/** A Markdown article with front matter. */
export function markdown(fields: Readonly<Record<string, string>>, body = PARAGRAPHS): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  return `---\n${lines.join('')}---\n\n${body}\n`;
}

/** The files. */
export const LANTERN_FILES: Files = {
  'harbour/lamp.md': markdown(
    {
      title: 'The lamp is lit',
      date: '2025-09-05T12:00:00Z',
      tags: '[boats, light]',
      author: 'Ada Quill',
      image: 'lamp.png',
    },
    `![The lamp](lamp.png)\n\n${PARAGRAPHS}`,
  ),
  'harbour/lamp.png': LAMP_PNG,
  'harbour/ferry.md': markdown({
    title: 'Ferry waits for the bread',
    date: '2025-09-04T06:30:00+02:00',
    tags: '[boats]',
    author: 'Ben Oar',
    section: 'Harbour',
  }),
  'harbour/nets.html':
    '<!doctype html><html lang="en"><head><title>Nets &amp; knots</title><meta name="author" content="Ada Quill"><meta property="article:published_time" content="2025-09-03T08:00:00Z"></head><body><article><h1>Nets &amp; knots</h1><p>A knot holds because it is asked to.</p></article></body></html>',
  'town/bridge.md': markdown({ title: 'Bridge opens on Monday', date: '2025-09-02', author: 'Ben Oar' }),
  'town/choir.txt':
    'The choir sang on\n\nLANTERN BAY (Lantern News) - The choir sang on through the storm on Friday, and nobody left the hall before the last verse.\n\nThe roof held.\n',
};
