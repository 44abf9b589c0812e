/**
 * A folder of articles, published: a copy of it, the service, and the recording proxy that is its public address.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecordingProxy } from './recording-proxy.ts';
import { type Setup, StartedService } from './started-service.ts';

/** A site that is being served. */
export class PublishedSite {
  /** What is published; its files may be changed. */
  articlesFolder: string;
  readonly proxy: RecordingProxy;
  #setup: Setup;
  #service: StartedService;

  private constructor(setup: Setup, proxy: RecordingProxy, service: StartedService) {
    this.#setup = setup;
    this.articlesFolder = setup.articlesFolder;
    this.proxy = proxy;
    this.#service = service;
  }

  /**
   * Publishes a copy of a folder.
   *
   * @param scratch an empty folder for the copy and the state
   * @param additions files, by path, that are put beside it
   */
  static async open(
    folder: string,
    additions: Readonly<Record<string, string>>,
    scratch: string,
  ): Promise<PublishedSite> {
    const articlesFolder = join(scratch, 'articles');
    cpSync(folder, articlesFolder, { recursive: true });
    for (const [path, text] of Object.entries(additions)) writeFileSync(join(articlesFolder, path), text);
    const dataFolder = join(scratch, 'data');
    mkdirSync(dataFolder);
    const settings = join(scratch, 'feedwright.yaml');
    writeFileSync(settings, 'site:\n  title: Conformance\n  authority: feeds.example.org\n');
    const proxy = await RecordingProxy.open();
    const setup = { articlesFolder, dataFolder, settings, baseUrl: proxy.url };
    try {
      const service = await StartedService.start(setup);
      proxy.upstreamPort = service.port;
      return new PublishedSite(setup, proxy, service);
    } catch (cause) {
      proxy.close();
      throw cause;
    }
  }

  /** The public address: the proxy's. */
  get baseUrl(): string {
    return this.#setup.baseUrl;
  }

  /** Where the service itself listens. */
  get origin(): string {
    return `http://127.0.0.1:${this.#service.port}`;
  }

  /**
   * Ends the service, and starts it again on the same folders.
   *
   * @throws when it does not end with code 0
   */
  async restart(whileStopped: () => void = () => undefined): Promise<void> {
    const code = await this.#service.stop();
    if (code !== 0) throw new Error(`the service ended with ${code} when it was told to`);
    whileStopped();
    this.#service = await StartedService.start(this.#setup);
    this.proxy.upstreamPort = this.#service.port;
  }

  /** Ends the service, and starts it again on whatever `act` made of it; the proxy stays where it is. */
  async redeploy(act: (setup: Setup) => Partial<Setup>): Promise<void> {
    await this.restart(() => {
      this.#setup = { ...this.#setup, ...act(this.#setup) };
      this.articlesFolder = this.#setup.articlesFolder;
    });
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await this.#service.stop();
    this.proxy.close();
  }
}
