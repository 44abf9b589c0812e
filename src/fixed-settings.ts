/**
 * Settings that stand as long as the process does: what they say is open, listened on, or part of every id.
 */
import type { Config } from './config.ts';

/** Each of them by its name, and where it is in what was read. */
const FIXED: Readonly<Record<string, (config: Config) => unknown>> = {
  PORT: ({ port }) => port,
  HOST: ({ host }) => host,
  OPERATOR_PORT: ({ operatorListener }) => operatorListener?.port,
  OPERATOR_HOST: ({ operatorListener }) => operatorListener?.host,
  ARTICLES_DIR: ({ articlesFolder }) => articlesFolder,
  DATA_DIR: ({ dataFolder }) => dataFolder,
  BASE_URL: ({ site }) => site.baseUrl,
  'site.authority': ({ site }) => site.authority,
  'memory.representationsMegabytes': ({ settings }) => settings.memory.representationsMegabytes,
  'memory.fragmentsMegabytes': ({ settings }) => settings.memory.fragmentsMegabytes,
};

/** The names of those that differ. */
export function changedFixed(present: Config, next: Config): readonly string[] {
  return Object.entries(FIXED)
    .filter(([, of]) => of(present) !== of(next))
    .map(([name]) => name);
}

/** What was read, with the fixed settings as they are. */
export function withFixedOf(present: Config, next: Config): Config {
  const { port, host, operatorListener, articlesFolder, dataFolder, site, settings } = present;
  return {
    ...next,
    port,
    host,
    operatorListener,
    articlesFolder,
    dataFolder,
    site: { ...next.site, baseUrl: site.baseUrl, authority: site.authority },
    settings: { ...next.settings, memory: settings.memory },
  };
}
