/**
 * A reader who forgets nothing: what is published is compared with the model, and with everything that was published
 * before.
 */
import { expect } from 'chai';
import type { Format } from '../../src/feeds/feed.ts';
import { documentPath } from '../../src/feeds/feed-address.ts';
import type { Representation } from '../../src/render/representation.ts';
import { LISTED, type ListedArticle } from './listed-articles.ts';
import type { Identity, LiveStory, Newsroom } from './newsroom.ts';
import { type Publication, SHOWN } from './publication.ts';
import { headline, PARAGRAPHS, paragraph } from './story.ts';

/** What a reader keeps of an article. */
interface Kept {
  readonly published: number;
  readonly updated: number;
  readonly edits: number;
}

/** Compares, and remembers. */
export class FaithfulReader {
  readonly #documents = new Map<string, Representation>();
  readonly #articles = new Map<string, Kept>();
  readonly #sections = new Set<string>();
  #change = { number: 0, at: new Date(0) };

  /** Reads everything once. */
  async read(publication: Publication, newsroom: Newsroom): Promise<void> {
    await this.#readSequence(publication);
    await this.#readIdentities(publication, newsroom);
    const earliest = publication.takeEarliest();
    const live = newsroom.live();
    for (const { seen } of live) this.#sections.add(folderOf(seen.path));
    const sections = [...this.#sections].map((folder): [string, readonly LiveStory[]] => [
      `sections/${folder}`,
      live.filter(({ seen }) => folderOf(seen.path) === folder),
    ]);
    for (const [key, stories] of [['', live] as const, ...sections]) {
      const documents = await publication.documents(key);
      expect(documents, `the feed ${key}`).to.not.equal(undefined);
      for (const [format, document] of documents!) this.#readValidators(key, format, document, earliest);
      const [rss, atom, json] = [...documents!].map(([format, { codings }]) =>
        LISTED[format](codings.identity.bytes.toString()),
      );
      expect(atom, `${key}: Atom and RSS`).to.deep.equal(rss);
      expect(json, `${key}: JSON and RSS`).to.deep.equal(rss);
      if (publication.hasArchives) await this.#readArchive(publication, key, rss!, stories);
      else this.#readWindow(key, rss!, stories);
      this.#readArticles(key, rss!, stories);
    }
  }

  /** The change sequence never goes back. */
  async #readSequence({ ledger }: Publication): Promise<void> {
    const { number, at } = await ledger.lastChange();
    expect(number, 'the last change').to.be.at.least(this.#change.number);
    expect(at.getTime(), 'its instant').to.be.at.least(this.#change.at.getTime());
    this.#change = { number, at };
  }

  /** Every file is the article that it always was; no id names two; every name that an article had leads to it. */
  async #readIdentities({ ledger }: Publication, { stories, identities }: Newsroom): Promise<void> {
    for (const { identity, seen } of stories) {
      if (seen === undefined || !seen.exists) continue;
      const { path } = seen;
      const found = await ledger.history.explain(path, () => ({ articles: SHOWN, bytesMax: 1_000_000 }));
      if (identity === undefined) {
        const isArticle = found !== undefined && 'id' in found && found.isPresent;
        expect(isArticle, `${path} states the id of another file, and is an article`).to.equal(false);
        continue;
      }
      if (found === undefined || !('id' in found)) expect.fail(`${path} is no article`);
      identity.id ??= found.id;
      identity.slugs.add(found.slugs[0]!);
      const { id, state, isPresent } = found;
      expect({ id, state, isPresent, published: found.published.getTime() / 1000 }, path).to.deep.equal({
        id: identity.id,
        state: identity.state,
        isPresent: true,
        published: identity.published,
      });
    }
    const ids = identities.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size, `an id is given twice: ${ids}`).to.equal(ids.length);
    for (const { id, state, slugs } of identities) {
      for (const slug of slugs) {
        const { id: led, state: found } = (await ledger.articles.bySlug(slug)) ?? {};
        expect({ id: led, state: found }, `the article named ${slug}`).to.deep.equal({ id, state });
      }
    }
  }

  /** H-11: validators change if and only if the bytes do; a date goes forward with them wherever the clock lets it. */
  #readValidators(key: string, format: Format, document: Representation, earliest: number): void {
    const path = documentPath(key, format);
    const before = this.#documents.get(path);
    this.#documents.set(path, document);
    if (before === undefined) return;
    const isSame = document.codings.identity.bytes.equals(before.codings.identity.bytes);
    expect(document.tag === before.tag, `${path}: same bytes ${isSame}, same tag`).to.equal(isSame);
    const [at, was] = [document.modified.getTime(), before.modified.getTime()];
    if (isSame) expect(at, `${path}: its date, its bytes being the same`).to.equal(was);
    else if (was / 1000 > earliest) expect(at, `${path}: its date`).to.be.at.least(was);
    else expect(at, `${path}: its date, its bytes being others`).to.be.above(was);
  }

  /** The newest live articles and nothing else. */
  #readWindow(key: string, found: readonly ListedArticle[], live: readonly LiveStory[]): void {
    const expected = live.slice(0, SHOWN).map(({ identity }) => identity.published * 1000);
    expect(
      found.map(({ published }) => published),
      `what ${key} shows`,
    ).to.deep.equal(expected);
  }

  /** From the feed to its oldest page: every live article exactly once, and nothing else. */
  async #readArchive(
    publication: Publication,
    key: string,
    found: readonly ListedArticle[],
    live: readonly LiveStory[],
  ): Promise<void> {
    expect(found.length, `how many ${key} shows`).to.be.at.most(SHOWN);
    const pages = await publication.archive(key, 'json');
    const archived = pages.flatMap(({ codings }) => LISTED.json(codings.identity.bytes.toString()));
    const reached = [...found, ...archived].map(({ id }) => id);
    expect(reached.sort(), `what is reached from ${key}`).to.deep.equal(
      live.map(({ identity }) => identity.id).sort(),
    );
    this.#readArticles(`the archive of ${key}`, archived, live);
  }

  /** Articles as they are now. */
  #readArticles(key: string, found: readonly ListedArticle[], live: readonly LiveStory[]): void {
    expect(new Set(found.map(({ id }) => id)).size, `${key}: two of one id`).to.equal(found.length);
    for (const { id, title, html, published, updated } of found) {
      const story = live.find(({ identity }) => identity.id === id);
      if (story === undefined) expect.fail(`${key} shows ${id}, which is not live`);
      expect(title, id).to.equal(headline(story.seen.piece));
      for (let at = 0; at < PARAGRAPHS; at++) expect(html, id).to.include(paragraph(story.seen.piece, at));
      this.#readDates(id, published, updated, story.identity);
    }
  }

  /** `published` never moves; `updated` never goes back, and stays while a reader sees no difference. */
  #readDates(id: string, published: number, updated: number, { edits }: Identity): void {
    const before = this.#articles.get(id);
    this.#articles.set(id, { published, updated, edits });
    expect(updated, `${id}: updated`).to.be.at.least(published);
    if (before === undefined) return;
    expect(published, `${id}: published`).to.equal(before.published);
    expect(updated, `${id}: updated`).to.be.at.least(before.updated);
    if (edits === before.edits) expect(updated, `${id}: updated without an edit`).to.equal(before.updated);
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
