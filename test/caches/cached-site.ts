/**
 * A service with nginx and Varnish in front of it, and a recorder before each, which counts what reaches the service.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Running } from '../bench/child-process.ts';
import { type Answer, ask, askUntil, freePort } from '../bench/http-get.ts';
import { type Exchange, RecordingProxy } from '../conformance/recording-proxy.ts';
import { StartedService } from '../conformance/started-service.ts';
import { documented, startNginx, startVarnish } from './cache-programs.ts';

const ARTICLES = join(import.meta.dirname, '../../articles');

/** A cache, as readers see it. */
export class Cache {
  readonly name: string;
  readonly recorder: RecordingProxy;
  readonly #port: number;

  constructor(name: string, port: number, recorder: RecordingProxy) {
    this.name = name;
    this.recorder = recorder;
    this.#port = port;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return ask(this.#port, path, headers);
  }

  /** What the service was asked through this cache since the last time, but for probes. */
  traffic(): readonly Exchange[] {
    return this.recorder.take().filter(({ path }) => path !== '/healthz');
  }

  /** The same for one address: an answer to another may still be on its way to the recorder. */
  trafficOf(path: string): readonly Exchange[] {
    return this.traffic().filter((exchange) => exchange.path === path);
  }
}

/** Everything, started. */
export class CachedSite {
  readonly nginx: Cache;
  readonly varnish: Cache;
  readonly varnishPort: number;
  readonly #articles: string;
  readonly #service: StartedService;
  readonly #programs: readonly Running[];

  private constructor(
    articles: string,
    service: StartedService,
    caches: { readonly nginx: Cache; readonly varnish: Cache; readonly varnishPort: number },
    programs: readonly Running[],
  ) {
    this.#articles = articles;
    this.#service = service;
    this.nginx = caches.nginx;
    this.varnish = caches.varnish;
    this.varnishPort = caches.varnishPort;
    this.#programs = programs;
  }

  /** Starts all of it over a copy of the sample articles. */
  static async open(
    programs: { readonly nginx: string; readonly varnishd: string },
    scratch: string,
  ): Promise<CachedSite> {
    const articlesFolder = join(scratch, 'articles');
    const dataFolder = join(scratch, 'data');
    cpSync(ARTICLES, articlesFolder, { recursive: true });
    mkdirSync(dataFolder);
    const [nginxPort, varnishPort] = [await freePort(), await freePort()];
    const settings = join(scratch, 'feedwright.yaml');
    writeFileSync(
      settings,
      `site: { authority: feeds.example.org }\n${documented('varnish.yaml', { '127.0.0.1:80/': `127.0.0.1:${varnishPort}/` })}`,
    );
    const recorders = [await RecordingProxy.open(), await RecordingProxy.open()] as const;
    const origins = recorders.map(({ url }) => Number(new URL(url).port));
    const running = [
      startNginx(programs.nginx, join(scratch, 'nginx'), nginxPort, origins[0]!),
      startVarnish(programs.varnishd, join(scratch, 'varnish'), varnishPort, origins[1]!),
    ];
    // First the caches: a service that cannot say "everything" at its start says it some seconds later, amid the claims.
    for (const port of [nginxPort, varnishPort]) await askUntil(port, '/', () => true, { everyMs: 50 });
    const service = await StartedService.start({
      articlesFolder,
      dataFolder,
      settings,
      baseUrl: 'https://feeds.example.org',
    });
    for (const recorder of recorders) recorder.upstreamPort = service.port;
    const caches = {
      nginx: new Cache('nginx', nginxPort, recorders[0]),
      varnish: new Cache('Varnish', varnishPort, recorders[1]),
      varnishPort,
    };
    const site = new CachedSite(articlesFolder, service, caches, running);
    for (const port of [nginxPort, varnishPort])
      await askUntil(port, '/healthz', ({ status }) => status === 200, { everyMs: 50 });
    for (const { recorder } of [caches.nginx, caches.varnish]) recorder.take();
    return site;
  }

  get caches(): readonly Cache[] {
    return [this.nginx, this.varnish];
  }

  /** What the service itself answers. */
  origin(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return ask(this.#service.port, path, headers);
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.#articles, path), text);
  }

  remove(path: string): void {
    rmSync(join(this.#articles, path));
  }

  /** From now on the service cannot be reached. */
  async stopService(): Promise<void> {
    await this.#service.stop();
  }

  /** Ends everything that was started. */
  async close(): Promise<void> {
    await Promise.all(this.#programs.map((program) => program.end()));
    await this.#service.stop();
    for (const { recorder } of this.caches) recorder.close();
  }
}
