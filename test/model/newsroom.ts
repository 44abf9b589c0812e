/**
 * What readers may see: the model, in which a file's fate is written down instead of being found out.
 *
 * It knows which file is which article since it knows what was done to it. It knows no ledger, no hash and no HTML.
 */
import { canSay, type Piece, type WrittenFormat } from './story.ts';

/** What an article is for life, and what has become of it. */
export interface Identity {
  /** Learned when it is first seen, and never different from then on. */
  id?: string;
  published: number;
  state: 'draft' | 'scheduled' | 'live' | 'expired' | 'withdrawn';
  hasBeenLive: boolean;
  expires: number | undefined;
  /** When readers lost it; undefined while they have it. */
  ended?: number | undefined;
  /** Every name it had in an address. */
  readonly slugs: Set<string>;
  /** Grows when a reader may see a difference. */
  edits: number;
}

interface Seen {
  /** Empty once another file was there. */
  path: string;
  readonly piece: Piece;
  readonly exists: boolean;
}

/** One file and the article that it is. */
export interface Story {
  path: string;
  piece: Piece;
  exists: boolean;
  /** As it was when it was looked at last. */
  seen?: Seen;
  /** Undefined before it is looked at, and while another file has the id that it states. */
  identity?: Identity | undefined;
}

/** A story that readers have. */
export type LiveStory = Story & { readonly identity: Identity; readonly seen: Seen };

const HOUR = 3600;

/** The files, the articles and the present instant. */
export class Newsroom {
  readonly stories: Story[] = [];
  /** Every article there ever was. */
  readonly identities: Identity[] = [];
  /** Numbers for words, paths and versions that were never used before. */
  #numbers = 0;
  /** The latest instant there was: the clock of changes never goes back. */
  #latest = 0;

  next(): number {
    return ++this.#numbers;
  }

  /** The stories that `fits`, of which `pick` chooses one. */
  pick(pick: number, fits: (story: Story, newsroom: this) => boolean): Story | undefined {
    const fitting = this.stories.filter((story) => fits(story, this) && !this.#isEntangled(story));
    return fitting[pick % Math.max(fitting.length, 1)];
  }

  /** The articles that readers have, newest first. */
  live(): readonly LiveStory[] {
    return this.stories
      .filter((story): story is LiveStory => story.identity?.state === 'live' && story.seen !== undefined)
      .sort((a, b) => b.identity.published - a.identity.published);
  }

  /** Everything done since the last look is seen, at an instant in whole seconds. */
  look(now: number): void {
    this.#latest = Math.max(this.#latest, now);
    const changed = this.stories.filter(isChanged).sort(byPath);
    for (const story of changed.filter(({ exists }) => exists)) {
      if (story.piece.id === undefined) this.#identify(story, now);
      else this.#claim(story, now);
    }
    for (const story of changed) if (!story.exists && story.identity !== undefined) withdraw(story.identity);
    for (const story of this.stories.filter(isWaiting).sort(byPath)) this.#claim(story, now);
    for (const story of changed) {
      const { path, piece, exists, seen } = story;
      story.seen = exists ? { path, piece, exists } : { ...seen!, exists };
    }
    for (const { path } of changed.filter(({ exists }) => exists))
      for (const { exists, seen } of this.stories) if (!exists && seen?.path === path) seen.path = '';
    this.#noteEnds();
  }

  /** What is due goes live, what is over goes. */
  keepTime(now: number): void {
    for (const identity of this.identities) {
      if (identity.state === 'scheduled' && identity.published <= now) {
        identity.state = 'live';
        identity.hasBeenLive = true;
      }
      if (identity.state === 'live' && (identity.expires ?? Infinity) <= now) identity.state = 'expired';
    }
    this.#latest = Math.max(this.#latest, now);
    this.#noteEnds();
  }

  #noteEnds(): void {
    for (const identity of this.identities) {
      if (identity.state === 'live') identity.ended = undefined;
      else if (identity.hasBeenLive) identity.ended ??= this.#latest;
    }
  }

  #identify(story: Story, now: number): void {
    if (!isRecognised(story, this.#latest)) {
      if (story.identity !== undefined) withdraw(story.identity);
      const former = this.stories.find(
        ({ exists, seen }) => !exists && stem(seen!.path) === stem(story.path),
      );
      story.identity = former?.identity ?? this.#newIdentity();
      if (former !== undefined) former.identity = undefined;
    }
    this.#settle(story, story.identity!, now);
  }

  /** A stated id belongs to one file at a time. */
  #claim(story: Story, now: number): void {
    const holder = this.stories.find(({ piece, identity }) => piece.id === story.piece.id && identity);
    if (holder !== undefined && holder !== story && holder.exists) return;
    const identity = holder?.identity ?? this.#newIdentity();
    if (holder !== undefined) holder.identity = undefined;
    story.identity = identity;
    this.#settle(story, identity, now);
  }

  #newIdentity(): Identity {
    const identity: Identity = {
      published: 0,
      state: 'withdrawn',
      hasBeenLive: false,
      expires: undefined,
      slugs: new Set(),
      edits: 0,
    };
    this.identities.push(identity);
    return identity;
  }

  #settle({ path, piece, seen }: Story, identity: Identity, now: number): void {
    const { date, expires, isDraft } = piece;
    const wasWithdrawn = identity.state === 'withdrawn';
    const isFirst = identity.edits === 0;
    if (!identity.hasBeenLive) {
      const isFinished = identity.state !== 'expired' && !isDraft;
      identity.published = date ?? (isFirst || isFinished ? now : identity.published);
    }
    const isOver =
      expires !== undefined &&
      (expires <= now ||
        (identity.hasBeenLive && identity.state === 'expired' && identity.expires === expires));
    if (isDraft) identity.state = 'draft';
    else if (isOver) identity.state = 'expired';
    else identity.state = !identity.hasBeenLive && identity.published > now ? 'scheduled' : 'live';
    identity.hasBeenLive ||= identity.state === 'live';
    identity.expires = expires;
    const looksAsBefore = seen !== undefined && visible(seen) === visible({ path, piece });
    if (!looksAsBefore || wasWithdrawn) identity.edits += 1;
  }

  /** Two files with the same words may not change within one look: which of them became which is anybody's guess. */
  #isEntangled(story: Story): boolean {
    return this.stories.some(
      (other) => other !== story && other.piece.words === story.piece.words && isChanged(other),
    );
  }
}

/** The format of a path. */
export function formatOf(path: string): WrittenFormat {
  return path.slice(path.lastIndexOf('.') + 1) as WrittenFormat;
}

/** True when the file can be written in another format. */
export function canBecome(format: WrittenFormat, { path, piece }: Story): boolean {
  return formatOf(path) !== format && canSay(format, piece);
}

/** True when something was done since the last look. */
export function isChanged({ path, piece, exists, seen }: Story): boolean {
  if (seen === undefined) return exists;
  return exists !== seen.exists || (exists && (path !== seen.path || piece !== seen.piece));
}

/** True when its stated id is another file's. */
function isWaiting({ exists, identity }: Story): boolean {
  return exists && identity === undefined;
}

/**
 * By its path, its bytes, its stated slug, its name in another format, or more than half of its text, within an hour after
 * it was deleted, too; but another date and another headline make another article of the same words.
 */
function isRecognised({ path, piece, seen, identity }: Story, now: number): boolean {
  if (seen === undefined || identity === undefined) return false;
  if (stem(path) === stem(seen.path) || piece === seen.piece) return true;
  if (piece.slug !== undefined && identity.slugs.has(piece.slug)) return true;
  const alike = piece.text.filter((version, at) => version === seen.piece.text[at]).length;
  const isAnother =
    piece.date !== undefined && piece.date !== identity.published && piece.title !== seen.piece.title;
  const isLate = !seen.exists && now - (identity.ended ?? 0) > HOUR;
  return !isLate && alike > piece.text.length / 2 && !isAnother;
}

function visible({ path, piece }: Pick<Seen, 'path' | 'piece'>): string {
  const { title, text, slug } = piece;
  return JSON.stringify([path.slice(0, path.lastIndexOf('/')), formatOf(path), title, text, slug]);
}

function stem(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}

function withdraw(identity: Identity): void {
  identity.state = 'withdrawn';
}

function byPath(a: Story, b: Story): number {
  return a.path < b.path ? -1 : 1;
}
