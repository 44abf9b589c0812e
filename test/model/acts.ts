/**
 * What may happen to a publication, as commands for fast-check: to the real one and to the model alike.
 */
import fc from 'fast-check';
import type { FaithfulReader } from './faithful-reader.ts';
import { canBecome, formatOf, isChanged, type Newsroom, type Story } from './newsroom.ts';
import type { Publication } from './publication.ts';
import { canSay, FORMATS_WRITTEN, PARAGRAPHS, type Piece, textOf, type WrittenFormat } from './story.ts';

/** The real publication, and somebody who reads it. */
export interface Stage {
  readonly publication: Publication;
  readonly reader: FaithfulReader;
}

/** One thing that happens; `look` tells whether anybody looks after it, or something else happens first. */
interface Act {
  readonly name: string;
  readonly isPossible: (newsroom: Newsroom) => boolean;
  readonly happen: (newsroom: Newsroom, publication: Publication) => Promise<void> | void;
  readonly look: boolean;
}

type Command = fc.AsyncCommand<{ readonly newsroom: Newsroom }, Stage>;

const FOLDERS = ['harbour', 'town'] as const;
const ADDRESSES = [
  'https://lantern.example.org',
  'http://lantern.example.org',
  'https://news.example.net',
] as const;
const MINUTE = 60;
const DAY = 86_400;

/** What is stated of a new article. */
const STATED = ['nothing', 'id', 'slug', 'past', 'future', 'expires', 'draft'] as const;

/** Every sequence of things that may happen, of at most this length. */
export function acts(most: number): fc.Arbitrary<Iterable<Command>> {
  const pick = fc.nat(20);
  const look = fc.integer({ min: 0, max: 3 }).map((number) => number > 0);
  const folder = fc.constantFrom(...FOLDERS);
  const format = fc.constantFrom(...FORMATS_WRITTEN);
  const at = fc.nat(PARAGRAPHS - 1);
  const commands = [
    fc.record({ stated: fc.constantFrom(...STATED), folder, format, look }).map(create),
    fc.record({ pick, at, look }).map(edit),
    fc.record({ pick, look }).map(rewrite),
    fc.record({ pick, look }).map(retitle),
    fc.record({ pick, days: fc.integer({ min: -3, max: 3 }), look }).map(redate),
    fc.record({ pick, look }).map(reslug),
    fc.record({ pick, look }).map(toggleDraft),
    fc.record({ pick, folder, isTaken: fc.boolean(), look }).map(rename),
    fc.record({ pick, folder, at, look }).map(renameAndEdit),
    fc.record({ pick, format, look }).map(reformat),
    fc.record({ pick, folder, look }).map(copy),
    fc.record({ pick, look }).map(swap),
    fc.record({ pick, look }).map(touch),
    fc.record({ pick, look }).map(remove),
    fc.record({ pick, look }).map(restore),
    fc.record({ look }).map(clone),
    fc.record({ seconds: fc.constantFrom(-2 * DAY, -5, 1, MINUTE, DAY, 4 * DAY), look }).map(jump),
    fc.record({ look }).map(crash),
    fc.constant(crashHalfWay()),
    fc.constantFrom(...ADDRESSES).map(restart),
  ];
  return fc.commands(
    commands.map((arbitrary) => arbitrary.map((act) => commandOf(act))),
    { maxCommands: most, size: 'max' },
  );
}

function commandOf(act: Act): Command {
  return {
    check: ({ newsroom }) => act.isPossible(newsroom),
    run: async ({ newsroom }, { publication, reader }) => {
      publication.advance(1);
      await act.happen(newsroom, publication);
      newsroom.keepTime(publication.now);
      await publication.keepTime();
      await reader.read(publication, newsroom);
      if (!act.look) return;
      newsroom.look(publication.now);
      await publication.look();
      await reader.read(publication, newsroom);
    },
    toString: () => `${act.name}${act.look ? '' : ', unseen'}`,
  };
}

interface Picked {
  readonly pick: number;
  readonly look: boolean;
}

/** An act upon one of the stories that it fits. */
function upon(
  { pick, look }: Picked,
  name: string,
  fits: (story: Story, newsroom: Newsroom) => boolean,
  happen: (story: Story, newsroom: Newsroom, publication: Publication) => void,
): Act {
  return {
    name: `${name}(${pick})`,
    look,
    isPossible: (newsroom) => newsroom.pick(pick, fits) !== undefined,
    happen: (newsroom, publication) => happen(newsroom.pick(pick, fits)!, newsroom, publication),
  };
}

function exists(story: Story): boolean {
  return story.exists;
}

/** Its file says something else now. */
function revise(story: Story, facts: Partial<Piece>, publication: Publication): void {
  story.piece = { ...story.piece, ...facts };
  publication.write(story.path, textOf(story.piece, formatOf(story.path)));
}

function move(story: Story, to: string, publication: Publication): void {
  publication.rename(story.path, to);
  story.path = to;
}

function freshPath(newsroom: Newsroom, folder: string, format: WrittenFormat): string {
  // Renamed files come before and after those that were there.
  const number = newsroom.next();
  return `${folder}/${number % 2 === 0 ? 'a' : 'z'}-${number}.${format}`;
}

function create({
  stated,
  folder,
  format,
  look,
}: {
  readonly stated: (typeof STATED)[number];
  readonly folder: string;
  readonly format: WrittenFormat;
  readonly look: boolean;
}): Act {
  return {
    name: `create(${stated}, ${folder}, ${format})`,
    look,
    isPossible: () => true,
    happen: (newsroom, publication) => {
      const words = newsroom.next();
      const { now } = publication;
      const facts: Readonly<Record<typeof stated, Partial<Piece>>> = {
        nothing: {},
        id: { id: `urn:x-model:${words}` },
        slug: { slug: `slug-${words}` },
        past: { date: now - DAY },
        future: { date: now + DAY },
        expires: { expires: now + 2 * DAY },
        draft: { isDraft: true },
      };
      const piece = {
        words,
        title: 0,
        text: Array.from({ length: PARAGRAPHS }, () => 0),
        isDraft: false,
        ...facts[stated],
      };
      const written = canSay(format, piece) ? format : 'md';
      const path = freshPath(newsroom, folder, written);
      publication.write(path, textOf(piece, written));
      newsroom.stories.push({ path, piece, exists: true });
    },
  };
}

function edit({ at, ...picked }: Picked & { readonly at: number }): Act {
  return upon(picked, `edit ${at} `, exists, (story, newsroom, publication) => {
    revise(story, { text: story.piece.text.with(at, newsroom.next()) }, publication);
  });
}

function rewrite(picked: Picked): Act {
  return upon(picked, 'rewrite', exists, (story, newsroom, publication) => {
    revise(story, { text: story.piece.text.map(() => newsroom.next()) }, publication);
  });
}

function retitle(picked: Picked): Act {
  return upon(picked, 'retitle', exists, (story, newsroom, publication) => {
    revise(story, { title: newsroom.next() }, publication);
  });
}

function redate({ days, ...picked }: Picked & { readonly days: number }): Act {
  const fits = ({ exists, piece }: Story) => exists && piece.date !== undefined;
  return upon(picked, `redate ${days} `, fits, (story, _, publication) => {
    revise(story, { date: publication.now + days * DAY }, publication);
  });
}

function reslug(picked: Picked): Act {
  const fits = ({ exists, piece }: Story) => exists && piece.slug !== undefined;
  return upon(picked, 'reslug', fits, (story, newsroom, publication) => {
    revise(story, { slug: `slug-${newsroom.next()}` }, publication);
  });
}

function toggleDraft(picked: Picked): Act {
  const fits = ({ exists, path }: Story) => exists && formatOf(path) === 'md';
  return upon(picked, 'toggle draft', fits, (story, _, publication) => {
    revise(story, { isDraft: !story.piece.isDraft }, publication);
  });
}

/** @param isTaken to where the file of another article was, if there is such a place */
function rename({
  folder,
  isTaken,
  ...picked
}: Picked & { readonly folder: string; readonly isTaken: boolean }): Act {
  const name = `rename to ${folder}${isTaken ? ' over' : ''} `;
  return upon(picked, name, exists, (story, newsroom, publication) => {
    const format = formatOf(story.path);
    const place = isTaken ? vacantPlace(newsroom, story) : undefined;
    move(story, place ?? freshPath(newsroom, folder, format), publication);
  });
}

/** Where a file was that is gone: of another article, which does not come back by its id. */
function vacantPlace(newsroom: Newsroom, { path, piece }: Story): string | undefined {
  return newsroom.stories.find(
    (other) =>
      !other.exists &&
      !isChanged(other) &&
      other.piece.id === undefined &&
      other.piece.words !== piece.words &&
      formatOf(other.path) === formatOf(path) &&
      isVacant(other, newsroom),
  )?.path;
}

/** True when no file is where this one was. */
function isVacant({ path }: Story, { stories }: Newsroom): boolean {
  return stories.every((other) => !other.exists || other.path !== path);
}

function renameAndEdit({
  folder,
  at,
  ...picked
}: Picked & { readonly folder: string; readonly at: number }): Act {
  return upon(picked, `rename to ${folder}, edit ${at} `, exists, (story, newsroom, publication) => {
    move(story, freshPath(newsroom, folder, formatOf(story.path)), publication);
    revise(story, { text: story.piece.text.with(at, newsroom.next()) }, publication);
  });
}

function reformat({ format, ...picked }: Picked & { readonly format: WrittenFormat }): Act {
  const fits = (story: Story) => story.exists && canBecome(format, story);
  return upon(picked, `to ${format} `, fits, (story, _, publication) => {
    move(story, `${story.path.slice(0, story.path.lastIndexOf('.'))}.${format}`, publication);
    revise(story, {}, publication);
  });
}

/** A copy of what was deleted would be what was deleted. */
function copy({ folder, ...picked }: Picked & { readonly folder: string }): Act {
  const fits = (story: Story, { stories }: Newsroom) =>
    story.exists &&
    !isChanged(story) &&
    story.piece.slug === undefined &&
    stories.every(({ exists, piece }) => exists || piece.words !== story.piece.words);
  return upon(picked, `copy to ${folder} `, fits, ({ path, piece }, newsroom, publication) => {
    const format = formatOf(path);
    const to = freshPath(newsroom, folder, format);
    publication.write(to, textOf(piece, format));
    newsroom.stories.push({ path: to, piece, exists: true });
  });
}

/** Two files take each other's names, and somebody looks: what is done to them next could be done to either. */
function swap(picked: Picked): Act {
  const fits = (story: Story) => story.exists && story.identity !== undefined && !isChanged(story);
  const isOther = (story: Story) => (other: Story) =>
    fits(other) &&
    other.piece.words !== story.piece.words &&
    formatOf(other.path) === formatOf(story.path) &&
    (other.piece.id === undefined) === (story.piece.id === undefined);
  const hasOther = (story: Story, newsroom: Newsroom) =>
    fits(story) && newsroom.pick(picked.pick, isOther(story)) !== undefined;
  return upon({ ...picked, look: true }, 'swap', hasOther, (story, newsroom, publication) => {
    const other = newsroom.pick(picked.pick, isOther(story))!;
    const [here, there] = [story.path, other.path];
    publication.rename(here, `${here}.tmp`);
    publication.rename(there, here);
    publication.rename(`${here}.tmp`, there);
    story.path = there;
    other.path = here;
  });
}

function touch(picked: Picked): Act {
  return upon(picked, 'touch', exists, ({ path }, _, publication) => publication.touch(path));
}

function remove(picked: Picked): Act {
  return upon(picked, 'remove', exists, (story, newsroom, publication) => {
    publication.remove(story.path);
    story.exists = false;
    // Nobody ever knew of it.
    if (story.seen === undefined) newsroom.stories.splice(newsroom.stories.indexOf(story), 1);
  });
}

/** A file that was deleted comes back as it was, and where it was. */
function restore(picked: Picked): Act {
  const fits = (story: Story, newsroom: Newsroom) => !story.exists && isVacant(story, newsroom);
  return upon(picked, 'restore', fits, (story, _, publication) => {
    publication.write(story.path, textOf(story.piece, formatOf(story.path)));
    story.exists = true;
  });
}

function clone({ look }: { readonly look: boolean }): Act {
  return { name: 'clone', look, isPossible: () => true, happen: (_, publication) => publication.clone() };
}

function jump({ seconds, look }: { readonly seconds: number; readonly look: boolean }): Act {
  return {
    name: `jump ${seconds} s`,
    look,
    isPossible: () => true,
    happen: (_, publication) => publication.advance(seconds),
  };
}

function crash({ look }: { readonly look: boolean }): Act {
  return { name: 'crash', look, isPossible: () => true, happen: (_, publication) => publication.crash() };
}

/** It dies while it looks. */
function crashHalfWay(): Act {
  return {
    name: 'crash half-way',
    look: true,
    isPossible: ({ stories }) => stories.some(isChanged),
    happen: (_, publication) => publication.dieHalfWay(),
  };
}

/** Under its address or another one; whatever the start publishes is seen, since the next start may take it back. */
function restart(address: string): Act {
  return {
    name: `restart as ${address}`,
    look: true,
    isPossible: () => true,
    happen: (_, publication) => publication.restart(address),
  };
}
