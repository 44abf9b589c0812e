/**
 * Lists of authors in the articles folder, looked up for the keys that articles state.
 *
 * In: an article's path, and a key. Out: the person, from the list nearest to the article: in its folder or one above
 * it, or in `data` or `_data` there. Lists are kept as long as their files stay the same; nothing outside of the articles
 * folder is read.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { AUTHOR_LIST_BYTES_MAX, authorList, isAuthorList } from '../article/author-list.ts';
import type { Person } from '../article/draft.ts';
import { fieldName } from '../article/field.ts';
import { joinPath, splitPath } from '../ledger/file-table.ts';
import { inspectFile, isFault } from './folder-listing.ts';

/** Folders and lists that are remembered. */
const REMEMBERED_MAX = 1000;

/** Where sites keep lists, in a folder above their articles. */
const PLACES = ['', 'data', '_data', 'authors', 'data/authors', '_data/authors'];

interface Listed {
  readonly mtimeMs: number;
  readonly lists: readonly string[];
}

const folders = new LRUCache<string, Listed>({ max: REMEMBERED_MAX });
const lists = new LRUCache<string, ReadonlyMap<string, Person>>({ max: REMEMBERED_MAX });

/** The authors that one article may name by their keys. */
export class ListedAuthors {
  readonly #root: string;
  readonly #path: string;
  readonly #consulted = new Set<string>();

  constructor(root: string, path: string) {
    this.#root = root;
    this.#path = path;
  }

  /** Paths of the lists that named somebody: the article looks different when they change. */
  get consulted(): readonly string[] {
    return [...this.#consulted];
  }

  /** Who a key stands for. */
  person(key: string): Person | undefined {
    for (let { folder } = splitPath(this.#path); ; folder = splitPath(folder).folder) {
      for (const place of PLACES)
        for (const list of this.#listsIn(place === '' ? folder : joinPath(folder, place))) {
          const person = this.#people(list).get(fieldName(key));
          if (person === undefined) continue;
          this.#consulted.add(list);
          return person;
        }
      if (folder === '') return undefined;
    }
  }

  /** The lists in a folder, which is listed again when something was put into it or taken out. */
  #listsIn(folder: string): readonly string[] {
    const absolute = join(this.#root, folder);
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats?.isDirectory() !== true) return [];
    const known = folders.get(absolute);
    if (known?.mtimeMs === stats.mtimeMs) return known.lists;
    const found = readdirSync(absolute)
      .map((name) => joinPath(folder, name))
      .filter(isAuthorList)
      .sort();
    folders.set(absolute, { mtimeMs: stats.mtimeMs, lists: found });
    return found;
  }

  #people(list: string): ReadonlyMap<string, Person> {
    const stats = inspectFile(this.#root, list);
    if (stats === undefined || isFault(stats) || stats.size > AUTHOR_LIST_BYTES_MAX) return new Map();
    const key = `${this.#root}/${list}\0${stats.size}\0${stats.mtimeMs}\0${stats.ino}`;
    const known = lists.get(key) ?? authorList(list, readFileSync(join(this.#root, list), 'utf8'));
    lists.set(key, known);
    return known;
  }
}
