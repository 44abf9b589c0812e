/**
 * Folders of site generators that hold no articles: layouts, parts of pages, samples to begin a file from.
 *
 * In: a path, and the file's bytes. Out: why it is no article. Folders are known by names that nothing else has; a name
 * that may be a section's as well (`templates`) counts only where the file is a template. Pure.
 */
import { articleKind } from './article-path.ts';

/** What a file in them is. */
const BY_FOLDER: Readonly<Record<string, string>> = {
  _includes: 'a part of pages',
  _partials: 'a part of pages',
  _layouts: 'a layout',
  _templates: 'a template',
  _data: 'data',
  archetypes: 'a sample to begin articles from',
  scaffolds: 'a sample to begin articles from',
  examplesite: 'a sample of a theme',
};

/** Names that hold templates at some sites, and articles about them at others. */
const MAYBE_TEMPLATES = /(?:^|\/)(?:layouts|partials|templates)\//i;

/** What Obsidian and its plug-in Templater fill in. */
const NOTE_TEMPLATE = /<%[-_*]?\s*tp\.|\{\{(?:title|date|time)(?::[^{}\n]{0,40})?\}\}/;

/** Why the file at a path is no article; undefined where it may be one. */
export function whyFolderHoldsNone(path: string, bytes: Uint8Array): string | undefined {
  for (const folder of path.split('/').slice(0, -1)) {
    const name = folder.toLowerCase();
    if (Object.hasOwn(BY_FOLDER, name)) return notPublished(`a file in \`${folder}\` is ${BY_FOLDER[name]}`);
  }
  if (!MAYBE_TEMPLATES.test(path)) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const isTemplate = articleKind(path) === 'html' ? /\{\{|\{%|<%/.test(text) : NOTE_TEMPLATE.test(text);
  return isTemplate ? notPublished('the file is a template in a folder of templates') : undefined;
}

function notPublished(reason: string): string {
  return `${reason}, not an article: it is not published; to publish it, put it elsewhere`;
}
