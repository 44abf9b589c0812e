/**
 * The real thing: a folder of articles, the intake, the ledger and the edition, in one process and without a port.
 *
 * Nothing is watched: whatever is done to the folder is seen when `look` is called, under a clock that only the test
 * moves.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { pino } from 'pino';
import type { Log } from '../../src/base/log.ts';
import { Edition } from '../../src/edition/edition.ts';
import { FORMATS, type Format } from '../../src/feeds/feed.ts';
import { Intake } from '../../src/intake/intake.ts';
import type { Change } from '../../src/ledger/change-sequence.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import type { Representation } from '../../src/render/representation.ts';
import { HandClock } from '../http/hand-clock.ts';
import { TEST_SITE } from '../http/running-service.ts';

/** Articles in one feed: few, so that some lie beyond. */
export const SHOWN = 2;

/** Every file says that it was written then, and a little later each: long before the clock's present. */
const WRITTEN_AT = Date.UTC(2020, 0, 1) / 1000;

/** A publication that can be ended in every way, and goes on. */
export class Publication {
  readonly #clock = new HandClock('2025-09-05T12:00:00Z');
  readonly #folder = realpathSync(mkdtempSync(join(tmpdir(), 'feedwright-model-')));
  #data = join(this.#folder, 'data-0');
  #baseUrl = TEST_SITE.baseUrl;
  #earliest = this.now;
  #writes = 0;
  #lives = 0;
  #ledger: Ledger | undefined;
  #edition: Edition | undefined;
  #intake: Intake | undefined;
  #diesHalfWay = false;
  /** The data folder of a machine that died half-way. */
  #remains: string | undefined;

  /** True when what leaves a feed goes to its archive. */
  readonly hasArchives: boolean;

  private constructor(hasArchives: boolean) {
    this.hasArchives = hasArchives;
  }

  /** Starts over nothing. */
  static async open(hasArchives: boolean): Promise<Publication> {
    const publication = new Publication(hasArchives);
    mkdirSync(publication.#articles);
    await publication.#start();
    return publication;
  }

  get ledger(): Ledger {
    return this.#ledger!;
  }

  get #articles(): string {
    return join(this.#folder, 'articles');
  }

  /** Whole seconds since 1970. */
  get now(): number {
    return Math.floor(this.#clock.now().getTime() / 1000);
  }

  /** Moves the clock, forward or back. */
  advance(seconds: number): void {
    this.#clock.advance(seconds);
    this.#earliest = Math.min(this.#earliest, this.now);
  }

  /** The earliest instant that the clock told since this was asked last, in whole seconds since 1970. */
  takeEarliest(): number {
    const earliest = this.#earliest;
    this.#earliest = this.now;
    return earliest;
  }

  /** Writes an article file, with the folders above it. */
  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.#articles, path)), { recursive: true });
    writeFileSync(join(this.#articles, path), text);
    this.touch(path);
  }

  /** A file gets another time. */
  touch(path: string): void {
    const at = WRITTEN_AT + this.#writes++;
    utimesSync(join(this.#articles, path), at, at);
  }

  rename(from: string, to: string): void {
    mkdirSync(dirname(join(this.#articles, to)), { recursive: true });
    renameSync(join(this.#articles, from), join(this.#articles, to));
  }

  remove(path: string): void {
    rmSync(join(this.#articles, path));
  }

  /** A fresh clone: the same files at the same paths, with other inodes and times. */
  clone(): void {
    const clone = join(this.#folder, 'clone');
    cpSync(this.#articles, clone, { recursive: true });
    rmSync(this.#articles, { recursive: true });
    renameSync(clone, this.#articles);
    for (const entry of readdirSync(this.#articles, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) this.touch(relative(this.#articles, join(entry.parentPath, entry.name)));
  }

  /** Does what is due. */
  async keepTime(): Promise<void> {
    await this.#learn(await this.ledger.promote());
  }

  /** Takes in whatever happened to the folder. */
  async look(): Promise<void> {
    await this.#intake!.takeIn();
    if (this.#remains === undefined) return;
    await this.#end();
    this.#data = this.#remains;
    this.#remains = undefined;
    await this.#start();
    await this.look();
  }

  /** The machine dies in the next look, when the files are recorded and those that are gone are not yet. */
  dieHalfWay(): void {
    this.#diesHalfWay = true;
  }

  /** The machine dies now, and the service is started on what is on its disk. */
  async crash(): Promise<void> {
    const remains = this.#copy();
    await this.#end();
    this.#data = remains;
    await this.#start();
  }

  /** The service is ended and started, perhaps under another address. */
  async restart(baseUrl: string = this.#baseUrl): Promise<void> {
    await this.#end();
    this.#baseUrl = baseUrl;
    await this.#start();
  }

  /** A feed's documents; undefined when there is no such feed. */
  async documents(key: string): Promise<ReadonlyMap<Format, Representation> | undefined> {
    const found = new Map<Format, Representation>();
    for (const format of FORMATS) {
      const document = await this.#edition!.document(key, format);
      if (document === undefined) return undefined;
      found.set(format, document);
    }
    return found;
  }

  /** The pages of a feed's archive, the oldest first. */
  async archive(key: string, format: Format): Promise<readonly Representation[]> {
    const pages: Representation[] = [];
    for (let page = 1; ; page++) {
      const archived = await this.#edition!.archived(key, format, { page });
      if (archived === undefined) return pages;
      pages.push(archived.representation);
    }
  }

  /** Ends it and removes its folders. */
  async close(): Promise<void> {
    await this.#end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #start(): Promise<void> {
    const site = { ...TEST_SITE, baseUrl: this.#baseUrl, authority: new URL(this.#baseUrl).hostname };
    const clock = this.#clock;
    const ledger = await Ledger.open(this.#data, { clock, authority: site.authority });
    this.#ledger = ledger;
    this.#edition = new Edition(
      ledger,
      { ...site, authority: await ledger.feedAuthority(true) },
      {
        articles: SHOWN,
        bytesMax: 1_000_000,
        maxAgeSeconds: 900,
        representationBytesMax: 10_000_000,
        fragmentBytesMax: 1_000_000,
      },
    );
    await this.#edition.open();
    if (this.hasArchives) await this.#learn(await ledger.beginArchives());
    await this.keepTime();
    await this.#edition.warm();
    this.#intake = new Intake({
      root: this.#articles,
      site,
      ledger,
      clock,
      log: pino({ level: 'silent' }) as Log,
      onChange: (change) => this.#learn(change),
      onProgress: () => this.#onCommit(),
    });
  }

  async #learn(change: Change | undefined): Promise<void> {
    if (change === undefined) await this.#edition!.lookAhead();
    else await this.#edition!.learn(change);
  }

  #onCommit(): void {
    if (!this.#diesHalfWay) return;
    this.#diesHalfWay = false;
    this.#remains = this.#copy();
  }

  /** What a machine that dies now leaves on its disk. */
  #copy(): string {
    const copy = join(this.#folder, `data-${++this.#lives}`);
    cpSync(this.#data, copy, { recursive: true, filter: (path) => !/lock$|-shm$/.test(basename(path)) });
    return copy;
  }

  async #end(): Promise<void> {
    await this.#intake?.close();
    await this.#edition?.close();
    await this.#ledger?.close();
  }
}
