/**
 * Texts of items and articles, compared: an item may hold the whole text, or its first words.
 */
import { LRUCache } from 'lru-cache';
import type { SafeHtml } from '../base/text.ts';
import { shinglesOf, similarity } from '../ledger/similarity.ts';
import { plainWords } from './comparable.ts';

/** Texts of articles kept for the next item. */
const KEPT_MAX = 300;

/** Fewer shingles say too little. */
const SHINGLES_MIN = 10;

/** One shingle in so many is looked up where nothing else leads to an article. */
const SAMPLED = 8;
/** As many sampled shingles must be in common to be looked at more closely. */
const SAMPLES_MIN = 3;
/** As many of the likest articles are. */
const LIKEST = 3;
const TOGETHER = 500;

/** Where the texts of articles are. */
export interface Bodies {
  bodies(rows: readonly number[]): Promise<ReadonlyMap<number, SafeHtml>>;
}

/** The texts of articles. */
export class ArticleTexts {
  readonly #bodies: Bodies;
  readonly #shingles = new LRUCache<number, ReadonlySet<string>>({ max: KEPT_MAX });
  #samples: Promise<ReadonlyMap<string, readonly number[]>> | undefined;

  constructor(bodies: Bodies) {
    this.#bodies = bodies;
  }

  /**
   * The share of text in common, 0 … 1: of both, or of the item's alone where it is an excerpt; undefined where either
   * has too little text.
   */
  async likeness(item: ReadonlySet<string>, row: number): Promise<number | undefined> {
    const article = await this.#of(row);
    if (item.size < SHINGLES_MIN || article.size < SHINGLES_MIN) return undefined;
    let common = 0;
    for (const shingle of item) if (article.has(shingle)) common += 1;
    return Math.max(similarity(item, article), 0.9 * (common / item.size));
  }

  /** The articles whose texts are likest to an item's, among all. */
  async likest(item: ReadonlySet<string>, rows: readonly number[]): Promise<readonly number[]> {
    if (item.size < SHINGLES_MIN) return [];
    this.#samples ??= this.#sampled(rows);
    const samples = await this.#samples;
    const counts = new Map<number, number>();
    for (const shingle of item)
      for (const row of samples.get(shingle) ?? []) counts.set(row, (counts.get(row) ?? 0) + 1);
    return [...counts]
      .filter(([, count]) => count >= SAMPLES_MIN)
      .sort(([, a], [, b]) => b - a)
      .slice(0, LIKEST)
      .map(([row]) => row);
  }

  async #of(row: number): Promise<ReadonlySet<string>> {
    const known = this.#shingles.get(row);
    if (known !== undefined) return known;
    const shingles = shinglesOf(plainWords((await this.#bodies.bodies([row])).get(row) ?? ''));
    this.#shingles.set(row, shingles);
    return shingles;
  }

  async #sampled(rows: readonly number[]): Promise<ReadonlyMap<string, readonly number[]>> {
    const samples = new Map<string, number[]>();
    for (let at = 0; at < rows.length; at += TOGETHER) {
      for (const [row, body] of await this.#bodies.bodies(rows.slice(at, at + TOGETHER))) {
        for (const shingle of shinglesOf(plainWords(body))) {
          if (!isSampled(shingle)) continue;
          const same = samples.get(shingle);
          if (same === undefined) samples.set(shingle, [row]);
          else same.push(row);
        }
      }
    }
    return samples;
  }
}

/** The same choice for the same words, spread evenly. */
function isSampled(shingle: string): boolean {
  let hash = 0;
  for (let at = 0; at < shingle.length; at++) hash = (Math.imul(hash, 31) + shingle.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 15)) % SAMPLED === 0;
}
