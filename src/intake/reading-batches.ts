/**
 * Files to be read, in order: a few here, many on threads.
 */
import type { Site } from '../base/site.ts';
import type { ArticleFile } from './article-file.ts';
import { ReadingThreads, THREADS_PAY_FROM } from './reading-threads.ts';

/** Files read and recorded in one commit. */
export const FILES_TOGETHER = 128;

/** Paths in, files out, in batches and in the order of the paths. */
export class ReadingBatches {
  readonly #context: { readonly root: string; readonly site: Site };
  readonly #record: (files: readonly ArticleFile[]) => Promise<void>;
  #paths: string[] = [];
  #threads: ReadingThreads | undefined;
  readonly #reading: Promise<readonly ArticleFile[]>[] = [];

  constructor(
    context: { readonly root: string; readonly site: Site },
    record: (files: readonly ArticleFile[]) => Promise<void>,
  ) {
    this.#context = context;
    this.#record = record;
  }

  async add(paths: readonly string[]): Promise<void> {
    this.#paths.push(...paths);
    if (this.#threads === undefined && this.#paths.length < THREADS_PAY_FROM) return;
    this.#threads ??= new ReadingThreads(this.#context.root, this.#context.site);
    while (this.#paths.length >= FILES_TOGETHER) {
      this.#reading.push(this.#threads.read(this.#paths.splice(0, FILES_TOGETHER)));
      if (this.#reading.length >= this.#threads.depth) await this.#record(await this.#reading.shift()!);
    }
  }

  async finish(): Promise<void> {
    for (const files of this.#reading) await this.#record(await files);
    await this.#threads?.close();
    if (this.#paths.length === 0) return;
    const { readArticleFile } = await import('./article-file.ts');
    for (let at = 0; at < this.#paths.length; at += FILES_TOGETHER) {
      const { root, site } = this.#context;
      await this.#record(
        this.#paths.slice(at, at + FILES_TOGETHER).flatMap((path) => readArticleFile(root, path, site) ?? []),
      );
    }
  }
}
